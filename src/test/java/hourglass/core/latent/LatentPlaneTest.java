package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatentPlaneTest {
    private static float[] random(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble() * 6 - 3);
        }
        return values;
    }

    @Test
    void twoDimensionsAreTheirOwnCoordinates() {
        LatentPlane plane = LatentPlane.ofDimensions(new float[] {5, 6, 7, 8}, 3, 1);
        assertArrayEquals(new float[] {5, 20, 7, 10}, plane.codeAt(10, 20));
        assertArrayEquals(new double[] {8, 6}, plane.project(plane.base()));
        assertArrayEquals(new float[] {5, 6, 7, 8}, plane.base());
        LatentPlane other = plane.withBase(new float[] {0, 0, 1, 0});
        assertArrayEquals(new float[] {0, 20, 1, 10}, other.codeAt(10, 20));
    }

    @Test
    void principalDirectionsOfAStretchedCloudByHand() {
        // Along (3, 4, 0)/5 by ±10, along the third number by ±2, not at all along (4, −3, 0)/5; mean (1, 1, 1).
        float[] codes = {7, 9, 1, -5, -7, 1, 1, 1, 3, 1, 1, -1};
        LatentPlane plane = LatentPlane.ofPrincipalDirections(new float[] {1, 1, 1}, codes);
        assertArrayEquals(new float[] {1.6f, 1.8f, 1}, plane.codeAt(1, 0), 1e-6f);
        assertArrayEquals(new float[] {1, 1, 2}, plane.codeAt(0, 1), 1e-6f);
        assertArrayEquals(new float[] {10, 0, -10, 0, 0, 2, 0, -2}, plane.projectAll(codes), 1e-5f);
    }

    @Test
    void whatIsDecodedAtAPlaceProjectsBackToIt() {
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 100; round++) {
            int d = 2 + random.nextInt(30);
            float[] base = random(random, d);
            LatentPlane plane = round % 2 == 0
                    ? LatentPlane.ofDimensions(base, d - 1, 0)
                    : LatentPlane.ofPrincipalDirections(base, random(random, 40 * d));
            double x = random.nextDouble() * 4 - 2;
            double y = random.nextDouble() * 4 - 2;
            assertArrayEquals(new double[] {x, y}, plane.project(plane.codeAt(x, y)), 1e-5);
            double[] here = plane.project(base);
            assertArrayEquals(base, plane.codeAt(here[0], here[1]), 1e-6f);
            float[] two = plane.codesAt(new float[] {(float) x, (float) y, 0, 1});
            assertEquals(2 * d, two.length);
            assertEquals(plane.codeAt(0, 1)[d - 1], two[2 * d - 1]);
        }
    }

    @Test
    void noOtherPlaneHoldsMoreOfTheVariance() {
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 0; round < 20; round++) {
            int d = 3 + random.nextInt(6);
            float[] codes = random(random, 200 * d);
            for (int i = 0; i < codes.length; i++) {
                codes[i] *= 1 + i % d;
            }
            double best = spread(
                    LatentPlane.ofPrincipalDirections(new float[d], codes).projectAll(codes));
            for (int first = 0; first < d; first++) {
                for (int second = 0; second < first; second++) {
                    LatentPlane other = LatentPlane.ofDimensions(new float[d], first, second);
                    assertTrue(best >= spread(other.projectAll(codes)) * (1 - 1e-6));
                }
            }
        }
    }

    private static double spread(float[] places) {
        double total = 0;
        for (int axis = 0; axis < 2; axis++) {
            double sum = 0;
            double squares = 0;
            for (int i = axis; i < places.length; i += 2) {
                sum += places[i];
                squares += places[i] * places[i];
            }
            double n = places.length / 2.0;
            total += squares / n - sum * sum / n / n;
        }
        return total;
    }

    @Test
    void codesWithoutVariationAndBrokenOnesStillGiveAPlane() {
        float[] same = {1, 2, 3, 1, 2, 3};
        assertRightAngles(LatentPlane.ofPrincipalDirections(new float[3], same));
        float[] oneLine = {0, 0, 1, 1, 2, 2, Float.NaN, 5};
        assertRightAngles(LatentPlane.ofPrincipalDirections(new float[2], oneLine));
    }

    private static void assertRightAngles(LatentPlane plane) {
        float[] origin = plane.codeAt(0, 0);
        float[] x = plane.codeAt(1, 0);
        float[] y = plane.codeAt(0, 1);
        double across = 0;
        double along = 0;
        for (int i = 0; i < origin.length; i++) {
            across += (x[i] - origin[i]) * (y[i] - origin[i]);
            along += Math.pow(y[i] - origin[i], 2);
        }
        assertEquals(0, across, 1e-5);
        assertEquals(1, along, 1e-5);
    }

    @Test
    void dimensionsThatDoNotExistAndCodesOfOtherSizesAreRefused() {
        float[] base = {0, 0};
        assertThrows(IllegalArgumentException.class, () -> LatentPlane.ofDimensions(base, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> LatentPlane.ofDimensions(base, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> LatentPlane.ofPrincipalDirections(base, new float[3]));
        LatentPlane plane = LatentPlane.ofDimensions(base, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> plane.withBase(new float[3]));
        assertThrows(IllegalArgumentException.class, () -> plane.project(new float[1]));
        assertThrows(IllegalArgumentException.class, () -> plane.projectAll(new float[3]));
    }
}
