package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatentPathTest {
    @Test
    void theStraightWayHasEvenSteps() {
        float[] path = LatentPath.straight(new float[] {0, 1}, new float[] {4, -1}, 5);
        assertArrayEquals(new float[] {0, 1, 1, 0.5f, 2, 0, 3, -0.5f, 4, -1}, path);
    }

    @Test
    void theArcOfAQuarterCirclePassesItsMiddle() {
        float[] path = LatentPath.spherical(new float[] {1, 0}, new float[] {0, 1}, 3);
        float half = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] {1, 0, half, half, 0, 1}, path, 1e-6f);
    }

    @Test
    void anArcBetweenCodesOfOneLengthKeepsTheLengthAndTheAngle() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            int d = 2 + random.nextInt(15);
            float[] from = onSphere(random, d);
            float[] to = onSphere(random, d);
            float[] path = LatentPath.spherical(from, to, 9);
            assertArrayEquals(from, Arrays.copyOf(path, d));
            assertArrayEquals(to, Arrays.copyOfRange(path, 8 * d, 9 * d));
            double step = dot(path, 0, path, d, d);
            for (int i = 0; i < 8; i++) {
                assertEquals(1, dot(path, i * d, path, i * d, d), 1e-5);
                assertEquals(step, dot(path, i * d, path, (i + 1) * d, d), 1e-5);
            }
        }
    }

    private static float[] onSphere(SplittableRandom random, int d) {
        float[] code = new float[d];
        double square = 0;
        for (int i = 0; i < d; i++) {
            code[i] = (float) (random.nextDouble() - 0.5);
            square += code[i] * code[i];
        }
        for (int i = 0; i < d; i++) {
            code[i] /= (float) Math.sqrt(square);
        }
        return code;
    }

    private static double dot(float[] a, int fromA, float[] b, int fromB, int d) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    @Test
    void withoutAnArcTheWayIsStraight() {
        float[] origin = {0, 0};
        float[] right = {2, 0};
        float[] left = {-2, 0};
        assertArrayEquals(new float[] {0, 0, 1, 0, 2, 0}, LatentPath.spherical(origin, right, 3));
        assertArrayEquals(new float[] {2, 0, 0, 0, -2, 0}, LatentPath.spherical(right, left, 3));
        assertArrayEquals(new float[] {2, 0, 2, 0, 2, 0}, LatentPath.spherical(right, right, 3));
    }

    @Test
    void endsOfDifferentSizesAndSingleStepsAreRefused() {
        float[] two = {0, 0};
        assertThrows(IllegalArgumentException.class, () -> LatentPath.straight(two, new float[3], 3));
        assertThrows(IllegalArgumentException.class, () -> LatentPath.straight(new float[0], new float[0], 3));
        assertThrows(IllegalArgumentException.class, () -> LatentPath.spherical(two, two, 1));
    }
}
