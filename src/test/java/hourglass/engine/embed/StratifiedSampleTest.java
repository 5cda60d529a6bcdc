package hourglass.engine.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedSampleTest {
    /** 1 000 images: 600 of class 0, 399 of class 1, one of class 2. */
    private static ImageSet uneven() {
        byte[] labels = new byte[1000];
        Arrays.fill(labels, 600, 999, (byte) 1);
        labels[999] = 2;
        return ImageSet.of(1, 1, new byte[1000], labels, List.of("a", "b", "c", "none"));
    }

    private static int[] counts(ImageSet set, int[] chosen) {
        int[] counts = new int[set.classCount()];
        Arrays.stream(chosen).forEach(image -> counts[set.label(image)]++);
        return counts;
    }

    @Test
    void everyClassHasItsShare() {
        ImageSet set = uneven();
        assertArrayEquals(new int[] {60, 40, 0, 0}, counts(set, StratifiedSample.of(set, 100, 1)));
        assertArrayEquals(new int[] {599, 399, 1, 0}, counts(set, StratifiedSample.of(set, 999, 1)));
    }

    @Test
    void itIsDrawnBySeedWithoutRepetitionAndAscending() {
        ImageSet set = uneven();
        int[] chosen = StratifiedSample.of(set, 300, 5);
        assertEquals(300, Arrays.stream(chosen).distinct().count());
        assertArrayEquals(Arrays.stream(chosen).sorted().toArray(), chosen);
        assertArrayEquals(chosen, StratifiedSample.of(set, 300, 5));
        assertFalse(Arrays.equals(chosen, StratifiedSample.of(set, 300, 6)));
    }

    @Test
    void moreThanThereAreIsAll() {
        ImageSet set = uneven();
        assertEquals(1000, StratifiedSample.of(set, 2000, 1).length);
    }
}
