package hourglass.core.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.metric.Errors;
import hourglass.core.metric.FashionMnist;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final int COUNT = 200_000;

    private static float[] noisy(NoiseKind kind, double level, float[] clean, long seed) {
        float[] target = new float[clean.length];
        Noise.apply(new NoiseSpec(kind, level), clean.length, clean.length, clean, target, seed);
        return target;
    }

    private static float[] grey(float value) {
        float[] result = new float[COUNT];
        Arrays.fill(result, value);
        return result;
    }

    @Test
    void theSeedAloneDecides() {
        float[] clean = grey(0.5f);
        for (NoiseKind kind : new NoiseKind[] {NoiseKind.GAUSSIAN, NoiseKind.SALT_AND_PEPPER, NoiseKind.MASKING}) {
            float[] first = noisy(kind, 0.2, clean, 5);
            assertArrayEquals(first, noisy(kind, 0.2, clean, 5));
            assertFalse(Arrays.equals(first, noisy(kind, 0.2, clean, 6)), kind + " with another seed");
        }
    }

    @Test
    void cleanStaysClean() {
        float[] clean = {0, 0.25f, 1};
        assertArrayEquals(clean, noisy(NoiseKind.NONE, 0, clean, 1));
        assertArrayEquals(clean, noisy(NoiseKind.GAUSSIAN, 0, clean, 1));
        assertArrayEquals(clean, noisy(NoiseKind.SALT_AND_PEPPER, 0, clean, 1));
        assertArrayEquals(clean, noisy(NoiseKind.MASKING, 0, clean, 1));
    }

    @Test
    void theTargetMayBeTheSource() {
        float[] clean = grey(0.5f);
        float[] expected = noisy(NoiseKind.GAUSSIAN, 0.3, clean, 9);
        Noise.apply(new NoiseSpec(NoiseKind.GAUSSIAN, 0.3), clean.length, clean.length, clean, clean, 9);
        assertArrayEquals(expected, clean);
    }

    @Test
    void gaussianHasTheLevelAsDeviationAndStaysInRange() {
        float[] noisy = noisy(NoiseKind.GAUSSIAN, 0.1, grey(0.5f), 17);
        double sum = 0;
        double squares = 0;
        for (float value : noisy) {
            assertTrue(value >= 0 && value <= 1);
            sum += value - 0.5;
            squares += (value - 0.5) * (value - 0.5);
        }
        assertEquals(0, sum / COUNT, 0.001);
        assertEquals(0.1, Math.sqrt(squares / COUNT), 0.001);
    }

    @Test
    void normalNumbersHaveTheirMomentsAndTails() {
        Xoshiro random = new Xoshiro(123);
        int n = 2_000_000;
        double[] power = new double[5];
        int[] beyond = new int[5];
        for (int i = 0; i < n; i++) {
            double z = Ziggurat.next(random);
            for (int p = 1; p < 5; p++) {
                power[p] += Math.pow(z, p) / n;
                beyond[p] += Math.abs(z) > p ? 1 : 0;
            }
        }
        assertEquals(0, power[1], 0.004);
        assertEquals(1, power[2], 0.005);
        assertEquals(0, power[3], 0.02);
        assertEquals(3, power[4], 0.05);
        assertEquals(0.317311, (double) beyond[1] / n, 0.0017);
        assertEquals(0.045500, (double) beyond[2] / n, 0.0008);
        assertEquals(0.002700, (double) beyond[3] / n, 0.0002);
        // The tail beyond 3.65 has a method of its own.
        assertEquals(6.334e-5, (double) beyond[4] / n, 3e-5);
    }

    @Test
    void saltAndPepperReplacesItsShareHalfAndHalf() {
        float[] noisy = noisy(NoiseKind.SALT_AND_PEPPER, 0.3, grey(0.5f), 2);
        int[] counts = new int[3];
        for (float value : noisy) {
            counts[(int) (value * 2)]++;
        }
        assertEquals(0.15, (double) counts[0] / COUNT, 0.004);
        assertEquals(0.70, (double) counts[1] / COUNT, 0.004);
        assertEquals(0.15, (double) counts[2] / COUNT, 0.004);
    }

    @Test
    void maskingBlackensItsShare() {
        int black = 0;
        for (float value : noisy(NoiseKind.MASKING, 0.25, grey(0.5f), 2)) {
            black += value == 0 ? 1 : 0;
        }
        assertEquals(0.25, (double) black / COUNT, 0.004);
        assertArrayEquals(new float[COUNT], noisy(NoiseKind.MASKING, 1, grey(0.5f), 2));
    }

    @Test
    void aMaskingSquareIsOneSquareOfItsShareSomewhereInTheImage() {
        int images = 400;
        float[] clean = new float[images * 96];
        Arrays.fill(clean, 0.5f);
        float[] noisy = new float[clean.length];
        Noise.apply(new NoiseSpec(NoiseKind.MASKING_SQUARE, 0.17), 96, 12, clean, noisy, 3);
        java.util.Set<Integer> corners = new java.util.TreeSet<>();
        for (int image = 0; image < images; image++) {
            int first = 0;
            while (noisy[image * 96 + first] != 0) {
                first++;
            }
            corners.add(first);
            // 0.17 of 8 rows of 12 pixels is 16.3 of them: a square of 4.
            for (int p = 0; p < 96; p++) {
                int x = p % 12 - first % 12;
                int y = p / 12 - first / 12;
                boolean inside = x >= 0 && x < 4 && y >= 0 && y < 4;
                assertEquals(inside ? 0f : 0.5f, noisy[image * 96 + p]);
            }
        }
        assertEquals(5 * 9, corners.size(), "every place is taken now and then");
        Noise.apply(new NoiseSpec(NoiseKind.MASKING_SQUARE, 0), 96, 12, clean, noisy, 3);
        assertArrayEquals(clean, noisy);
    }

    @Test
    void inARangeEachImageDrawsItsLevelEvenly() {
        int images = 2000;
        int pixels = 400;
        float[] clean = new float[images * pixels];
        Arrays.fill(clean, 0.5f);
        float[] noisy = new float[clean.length];
        Noise.apply(new NoiseSpec(NoiseKind.MASKING, 0.6, 0.2), pixels, 20, clean, noisy, 4);
        int[] fifths = new int[5];
        double sum = 0;
        for (int image = 0; image < images; image++) {
            int black = 0;
            for (int p = 0; p < pixels; p++) {
                black += noisy[image * pixels + p] == 0 ? 1 : 0;
            }
            double level = (double) black / pixels;
            sum += level / images;
            fifths[Math.max(0, Math.min(4, (int) ((level - 0.2) / 0.08)))]++;
        }
        assertEquals(0.4, sum, 0.01);
        for (int count : fifths) {
            assertEquals(images / 5.0, count, 80);
        }
    }

    @Test
    void aTargetOfAnotherSizeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Noise.apply(NoiseSpec.CLEAN, 3, 3, new float[3], new float[4], 1));
    }

    @Test
    void doingNothingAndTheMedianScoreAsKnownOnFashionMnist() throws IOException {
        float[] clean = FashionMnist.pixels(FashionMnist.test());
        float[] noisy = noisy(NoiseKind.GAUSSIAN, 0.2, clean, 42);
        assertEquals(0.0255, Errors.meanSquaredError(clean, noisy), 0.0002);
        assertEquals(0.0162, Errors.meanSquaredError(clean, MedianFilter.apply(noisy, 28, 28)), 0.0002);
    }
}
