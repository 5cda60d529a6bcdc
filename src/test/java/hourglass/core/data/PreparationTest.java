package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.Preparation.Step;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private static ImageBlock picture(int width, int height, float ground, int left, int top, int right, int bottom) {
        float[] pixels = new float[width * height];
        Arrays.fill(pixels, ground);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                pixels[y * width + x] = 1 - ground;
            }
        }
        return ImageBlock.copyOf(width, height, pixels);
    }

    private static float at(ImageBlock image, int x, int y) {
        return image.get(0, y * image.width() + x);
    }

    @Test
    void nothingDoneToAnImageOfTheRightSizeLeavesItAsItIs() {
        float[] pixels = new float[28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 11 / 10f;
        }
        ImageBlock made = Preparation.NONE.of(ImageBlock.copyOf(28, 28, pixels), 28, 28);
        assertArrayEquals(pixels, made.image(0), 1e-6f);
    }

    @Test
    void whatIsCutOutFillsTheFrameAlongItsLongerSide() {
        ImageBlock small = picture(28, 28, 0, 2, 3, 9, 17);
        ImageBlock made = new Preparation(Set.of(Step.CROP, Step.CENTRE)).of(small, 28, 28);
        // 7 × 14 becomes 14 × 28, in the middle.
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                assertEquals(x >= 7 && x < 21 ? 1 : 0, at(made, x, y), 1e-6, x + ", " + y);
            }
        }
    }

    @Test
    void withoutTheMiddleWhatIsCutOutKeepsItsSide() {
        Preparation crop = new Preparation(Set.of(Step.CROP));
        ImageBlock left = crop.of(picture(28, 28, 0, 0, 0, 7, 14), 28, 28);
        assertEquals(1, at(left, 0, 14), 1e-6);
        assertEquals(0, at(left, 14, 14), 1e-6);
        ImageBlock right = crop.of(picture(28, 28, 0, 21, 0, 28, 14), 28, 28);
        assertEquals(0, at(right, 13, 14), 1e-6);
        assertEquals(1, at(right, 27, 14), 1e-6);
    }

    @Test
    void theMiddleAloneMovesButDoesNotEnlarge() {
        ImageBlock made = new Preparation(Set.of(Step.CENTRE)).of(picture(28, 28, 0, 0, 0, 4, 6), 28, 28);
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                boolean inside = x >= 12 && x < 16 && y >= 11 && y < 17;
                assertEquals(inside ? 1 : 0, at(made, x, y), 1e-6, x + ", " + y);
            }
        }
    }

    @Test
    void lightPaperBecomesBlackAndInkWhite() {
        float[] pixels = new float[40 * 20];
        Arrays.fill(pixels, 0.8f);
        pixels[5 * 40 + 7] = 0;
        pixels[5 * 40 + 8] = 0.4f;
        ImageBlock made = new Preparation(Set.of(Step.INVERT)).of(ImageBlock.copyOf(40, 20, pixels), 40, 40);
        // The whole picture in the middle of a higher frame.
        assertEquals(0, at(made, 0, 0), 1e-6);
        assertEquals(0, at(made, 20, 20), 1e-6);
        assertEquals(1, at(made, 7, 15), 1e-6);
        assertEquals(0.5, at(made, 8, 15), 1e-6);
    }

    @Test
    void aDarkPictureIsInvertedWhereOneWantsIt() {
        ImageBlock made = new Preparation(Set.of(Step.INVERT)).of(picture(28, 28, 0, 4, 4, 8, 8), 28, 28);
        assertEquals(1, at(made, 0, 0), 1e-6);
        assertEquals(0, at(made, 5, 5), 1e-6);
    }

    @Test
    void theBackgroundDecidesWhatIsSuggested() {
        assertEquals(
                Set.of(Step.CROP, Step.CENTRE),
                Preparation.suggestedFor(picture(30, 30, 0, 5, 5, 9, 9)).steps());
        assertEquals(
                Set.of(Step.INVERT, Step.CROP, Step.CENTRE),
                Preparation.suggestedFor(picture(30, 30, 1, 5, 5, 9, 9)).steps());
    }

    @Test
    void aStepIsTakenAndLeft() {
        Preparation one = Preparation.NONE.toggled(Step.CROP);
        assertEquals(Set.of(Step.CROP), one.steps());
        assertEquals(Set.of(), one.toggled(Step.CROP).steps());
    }

    @Test
    void aPictureOfOneColourIsPlain() {
        assertTrue(Preparation.isPlain(picture(50, 40, 0.6f, 0, 0, 0, 0)));
        assertFalse(Preparation.isPlain(picture(50, 40, 0, 3, 3, 4, 4)));
        ImageBlock made =
                Preparation.suggestedFor(picture(9, 9, 1, 0, 0, 0, 0)).of(picture(9, 9, 1, 0, 0, 0, 0), 28, 28);
        assertEquals(0, at(made, 14, 14), "and what comes of it is black, not an error");
    }

    @Test
    void aLargePictureShrinksToItsMeans() {
        float[] pixels = new float[280 * 280];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 2;
        }
        ImageBlock made = Preparation.NONE.of(ImageBlock.copyOf(280, 280, pixels), 28, 28);
        for (float value : made.image(0)) {
            assertEquals(0.5, value, 0.03);
        }
        ImageBlock wide = Preparation.NONE.of(picture(400, 14, 0, 10, 1, 390, 13), 28, 28);
        assertEquals(1, at(wide, 14, 13), 0.2);
        assertEquals(0, at(wide, 14, 12), 1e-6);
    }
}
