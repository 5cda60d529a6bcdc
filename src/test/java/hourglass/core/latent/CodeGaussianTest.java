package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeGaussianTest {
    private static final int N = 20_000;

    /** Correlated numbers, and a third one that never varies. */
    private static float[] codes() {
        SplittableRandom random = new SplittableRandom(5);
        float[] codes = new float[3 * N];
        for (int i = 0; i < N; i++) {
            float a = (float) random.nextGaussian();
            codes[3 * i] = 2 + 3 * a;
            codes[3 * i + 1] = -1 + a + 0.5f * (float) random.nextGaussian();
            codes[3 * i + 2] = 7;
        }
        return codes;
    }

    private static double mean(float[] codes, int number) {
        double sum = 0;
        for (int i = number; i < codes.length; i += 3) {
            sum += codes[i];
        }
        return 3 * sum / codes.length;
    }

    private static double product(float[] codes, int one, int other) {
        double sum = 0;
        for (int i = 0; i < codes.length; i += 3) {
            sum += (codes[i + one] - mean(codes, one)) * (codes[i + other] - mean(codes, other));
            if (i > 3 * 999) {
                return sum / 1001;
            }
        }
        return 3 * sum / codes.length;
    }

    @Test
    void drawsHaveTheMeanAndTheCovarianceOfTheCodes() {
        float[] drawn = CodeGaussian.fitted(codes(), 3).draw(N, 1, 9);
        assertEquals(2, mean(drawn, 0), 0.1);
        assertEquals(-1, mean(drawn, 1), 0.05);
        assertEquals(7, mean(drawn, 2), 1e-5);
        assertEquals(9, product(drawn, 0, 0), 1);
        assertEquals(3, product(drawn, 0, 1), 0.4);
        assertEquals(1.25, product(drawn, 1, 1), 0.15);
        assertEquals(0, product(drawn, 2, 2), 1e-9);
    }

    @Test
    void theTemperatureMovesDrawsTowardsTheMiddleAndTheSeedSaysWhich() {
        CodeGaussian fitted = CodeGaussian.fitted(codes(), 3);
        float[] warm = fitted.draw(4, 1, 3);
        assertArrayEquals(warm, fitted.draw(4, 1, 3));
        float[] half = fitted.draw(4, 0.5, 3);
        float[] cold = fitted.draw(4, 0, 3);
        for (int i = 0; i < warm.length; i++) {
            assertEquals((warm[i] + cold[i]) / 2, half[i], 1e-5);
        }
        assertEquals(mean(codes(), 0), cold[0], 1e-4);
        float[] standard = CodeGaussian.standard(3).draw(N, 2, 4);
        assertEquals(0, mean(standard, 1), 0.05);
        assertEquals(4, product(standard, 1, 1), 0.4);
        assertEquals(0, product(standard, 0, 1), 0.4);
    }

    @Test
    void codesThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CodeGaussian.fitted(new float[0], 2));
        assertThrows(IllegalArgumentException.class, () -> CodeGaussian.fitted(new float[3], 2));
    }
}
