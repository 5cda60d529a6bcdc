package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.data.ImageSet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    @Test
    void squaredErrorIsTheMeanOfSquaresPerImage() {
        float[] a = {0, 0.5f, 1, 1};
        float[] b = {0.5f, 0.5f, 0, 0.5f};
        assertArrayEquals(new double[] {0.125, 0.625}, Errors.perImage(a, b, 2), 1e-12);
        assertEquals(0.375, Errors.meanSquaredError(a, b), 1e-12);
    }

    @Test
    void crossEntropyOfAHalfIsLogTwoPerPixel() {
        double[] nats = Errors.crossEntropyPerImage(new float[] {0, 1, 0.5f}, new float[] {0.5f, 0.5f, 0.5f}, 3);
        assertEquals(3 * Math.log(2), nats[0], 1e-9);
    }

    @Test
    void crossEntropyOfACertainMistakeIsFinite() {
        double[] nats = Errors.crossEntropyPerImage(new float[] {1, 0}, new float[] {0, 1}, 1);
        assertEquals(-Math.log(1e-7), nats[0], 1e-6);
        assertEquals(-Math.log(1e-7), nats[1], 1e-6);
    }

    @Test
    void blocksThatDoNotMatchAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Errors.meanSquaredError(new float[2], new float[3]));
        assertThrows(IllegalArgumentException.class, () -> Errors.perImage(new float[3], new float[3], 2));
        assertThrows(IllegalArgumentException.class, () -> Errors.perImage(new float[3], new float[3], 0));
        assertThrows(IllegalArgumentException.class, () -> Errors.mean(new double[0]));
    }

    @Test
    void aPerfectCopyOfGreyImagesStillCosts190Nats() throws IOException {
        ImageSet test = FashionMnist.test();
        float[] pixels = FashionMnist.pixels(test);
        assertEquals(189.9, Errors.mean(Errors.crossEntropyPerImage(pixels, pixels, 784)), 0.1);
    }
}
