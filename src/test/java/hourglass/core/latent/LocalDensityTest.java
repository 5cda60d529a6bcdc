package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalDensityTest {
    private static float[] heaps(SplittableRandom random, int n, double spread) {
        float[] codes = new float[2 * n];
        for (int i = 0; i < n; i++) {
            double centre = i % 3 * 7.0 - 7;
            codes[2 * i] = (float) (centre + spread * (random.nextDouble() - 0.5));
            codes[2 * i + 1] = (float) (spread * (random.nextDouble() - 0.5));
        }
        return codes;
    }

    @Test
    void nearestDistanceAndClassesOfAFewCodesByHand() {
        float[] codes = {0, 0, 3, 4, 6, 8};
        LocalDensity.Place place =
                LocalDensity.of(codes, new int[] {1, 0, 0}, 2).at(0, 0);
        assertEquals(0, place.nearestDistance());
        assertArrayEquals(new int[] {0, 1}, place.nearestClassesByShare());
        // All three are neighbours: the farthest decides. From the codes it is 10, 5 and 10 away, the median 10.
        assertEquals(1, place.density(), 1e-12);
        LocalDensity.Place middle =
                LocalDensity.of(codes, new int[] {1, 0, 0}, 2).at(3, 4);
        assertEquals(4, middle.density(), 1e-12);
    }

    @Test
    void ofEqualSharesTheNearerClassComesFirst() {
        float[] codes = {0, 0, 1, 0, 5, 0, 6, 0};
        LocalDensity density = LocalDensity.of(codes, new int[] {0, 1, 1, 0}, 2);
        assertArrayEquals(new int[] {0, 1}, density.at(-1, 0).nearestClassesByShare());
        assertArrayEquals(new int[] {1, 0}, density.at(4.6, 0).nearestClassesByShare());
    }

    @Test
    void answersAgreeWithLookingAtEveryCode() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(400);
            float[] codes = heaps(random, n, random.nextInt(3) * 2);
            int[] labels = new int[n];
            Arrays.setAll(labels, i -> i % 3);
            LocalDensity density = LocalDensity.of(codes, labels, 3);
            for (int query = 0; query < 20; query++) {
                double x = random.nextDouble() * 40 - 20;
                double y = random.nextDouble() * 8 - 4;
                double[] sorted = sortedSquares(codes, x, y);
                LocalDensity.Place place = density.at(x, y);
                assertEquals(Math.sqrt(sorted[0]), place.nearestDistance(), 1e-12);
                double farthest = sorted[Math.min(n, LocalDensity.NEIGHBOURS) - 1];
                assertEquals(median(codes) / farthest, place.density(), 1e-6 * place.density());
            }
        }
    }

    private static double[] sortedSquares(float[] codes, double x, double y) {
        double[] squares = new double[codes.length / 2];
        Arrays.setAll(squares, i -> Math.pow(x - codes[2 * i], 2) + Math.pow(y - codes[2 * i + 1], 2));
        Arrays.sort(squares);
        return squares;
    }

    private static double median(float[] codes) {
        double[] far = new double[codes.length / 2];
        LatentWindow extent = LatentWindow.around(codes, 0);
        double least = 1e-12 * (Math.pow(extent.width(), 2) + Math.pow(extent.height(), 2));
        for (int i = 0; i < far.length; i++) {
            double[] squares = sortedSquares(codes, codes[2 * i], codes[2 * i + 1]);
            far[i] = Math.max(least, squares[Math.min(far.length, LocalDensity.NEIGHBOURS) - 1]);
        }
        Arrays.sort(far);
        return far[far.length / 2];
    }

    @Test
    void betweenHeapsItIsEmptyAndInsideItIsNot() {
        SplittableRandom random = new SplittableRandom(8);
        float[] codes = heaps(random, 600, 2);
        int[] labels = new int[600];
        Arrays.setAll(labels, i -> i % 3);
        LocalDensity density = LocalDensity.of(codes, labels, 3);
        assertTrue(density.at(0, 0).density() > 0.5);
        assertTrue(density.at(3.5, 0).density() < 0.1);
        assertTrue(density.at(1e6, 1e6).density() < 1e-6);
        assertEquals(0, density.at(-7, 0).nearestClassesByShare()[0]);
        assertEquals(2, density.at(7, 0).nearestClassesByShare()[0]);
    }

    @Test
    void codesOnOneSpotBrokenCodesAndNoneAreAnsweredWithNumbers() {
        LocalDensity spot = LocalDensity.of(new float[60], new int[30], 1);
        assertEquals(1, spot.at(0, 0).density());
        assertTrue(Double.isFinite(spot.at(1, 1).density()));
        float[] broken = {Float.NaN, 0, 1, 1, 0, Float.POSITIVE_INFINITY};
        assertEquals(1, LocalDensity.of(broken, new int[] {0, 1, 0}, 2).at(1, 2).nearestDistance());
        LocalDensity.Place none = LocalDensity.of(new float[0], new int[0], 2).at(0, 0);
        assertEquals(0, none.density());
        assertEquals(Double.POSITIVE_INFINITY, none.nearestDistance());
        assertEquals(0, none.nearestClassesByShare().length);
    }

    @Test
    void lengthsAndLabelsThatDisagreeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LocalDensity.of(new float[3], new int[1], 2));
        assertThrows(IllegalArgumentException.class, () -> LocalDensity.of(new float[2], new int[] {2}, 2));
    }
}
