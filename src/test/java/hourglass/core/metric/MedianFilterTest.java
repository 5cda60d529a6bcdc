package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MedianFilterTest {
    @Test
    void aLonePixelVanishesAndAnEdgeStays() {
        float[] lone = {0, 0, 0, 0, 1, 0, 0, 0, 0};
        assertArrayEquals(new float[9], MedianFilter.apply(lone, 3, 3));
        float[] edge = {0, 1, 1, 0, 1, 1, 0, 1, 1};
        assertArrayEquals(edge, MedianFilter.apply(edge, 3, 3));
    }

    @Test
    void theMiddleOfNineByHand() {
        float[] image = {9, 1, 8, 2, 7, 3, 6, 4, 5};
        assertEquals(5, MedianFilter.apply(image, 3, 3)[4]);
        // Top left window with repeated edges: 9 9 1, 9 9 1, 2 2 7.
        assertEquals(7, MedianFilter.apply(image, 3, 3)[0]);
    }

    @Test
    void randomImagesAgreeWithSorting() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            int width = 1 + random.nextInt(9);
            int height = 1 + random.nextInt(9);
            float[] images = new float[2 * width * height];
            for (int i = 0; i < images.length; i++) {
                images[i] = random.nextInt(20) / 20f;
            }
            float[] filtered = MedianFilter.apply(images, width, height);
            for (int i = 0; i < images.length; i++) {
                assertEquals(sorted(images, width, height, i), filtered[i]);
            }
        }
    }

    private static float sorted(float[] images, int width, int height, int index) {
        int first = index / (width * height) * width * height;
        int x = (index - first) % width;
        int y = (index - first) / width;
        float[] window = new float[9];
        for (int i = 0; i < 9; i++) {
            int wx = Math.max(0, Math.min(width - 1, x + i % 3 - 1));
            int wy = Math.max(0, Math.min(height - 1, y + i / 3 - 1));
            window[i] = images[first + wy * width + wx];
        }
        Arrays.sort(window);
        return window[4];
    }

    @Test
    void partOfAnImageIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MedianFilter.apply(new float[10], 3, 3));
    }
}
