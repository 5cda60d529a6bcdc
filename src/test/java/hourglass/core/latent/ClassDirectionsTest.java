package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassDirectionsTest {
    private static final float[] CODES = {0, 0, 2, 0, 10, 4};
    private static final int[] LABELS = {0, 0, 2};

    @Test
    void differencesOfMeans() {
        ClassDirections directions = ClassDirections.of(CODES, 2, LABELS, 3);
        assertArrayEquals(new float[] {1, 0}, directions.mean(0));
        assertArrayEquals(new float[] {10, 4}, directions.mean(2));
        assertArrayEquals(new float[] {9, 4}, directions.direction(0, 2));
        assertArrayEquals(new float[] {-9, -4}, directions.direction(2, 0));
        assertArrayEquals(new float[] {4, 4 / 3f}, directions.overallMean());
        assertEquals(2, directions.count(0));
        assertEquals(3, directions.classes());
    }

    @Test
    void aWholeStepFromOneMeanReachesTheOther() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 100; round++) {
            int d = 1 + random.nextInt(20);
            int[] labels = new int[30];
            float[] codes = new float[30 * d];
            for (int i = 0; i < codes.length; i++) {
                labels[i / d] = i / d % 3;
                codes[i] = (float) random.nextDouble() * 8 - 4;
            }
            ClassDirections directions = ClassDirections.of(codes, d, labels, 3);
            float[] reached = ClassDirections.moved(directions.mean(1), directions.direction(1, 2), 1);
            assertArrayEquals(directions.mean(2), reached, 1e-5f);
        }
    }

    @Test
    void aClassWithoutCodesHasNoDirection() {
        ClassDirections directions = ClassDirections.of(CODES, 2, LABELS, 3);
        assertEquals(0, directions.count(1));
        assertThrows(IllegalStateException.class, () -> directions.direction(0, 1));
        assertThrows(IllegalStateException.class, () -> directions.mean(1));
    }

    @Test
    void lengthsThatDisagreeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ClassDirections.of(CODES, 3, LABELS, 3));
        assertThrows(IllegalArgumentException.class, () -> ClassDirections.of(new float[0], 2, new int[0], 3));
        assertThrows(IllegalArgumentException.class, () -> ClassDirections.moved(new float[2], new float[3], 1));
    }

    @Test
    void aWalkGoesTowardsTheOtherClassShareByShare() {
        ClassDirections directions = ClassDirections.of(new float[] {0, 0, 4, 2}, 2, new int[] {0, 1}, 2);
        float[] walked = directions.walk(new float[] {1, 1}, 0, 1, new double[] {0, 0.5, 2});
        assertArrayEquals(new float[] {1, 1, 3, 2, 9, 5}, walked, 1e-6f);
        float[] back = directions.walk(new float[] {1, 1}, 1, 0, new double[] {0.5});
        assertArrayEquals(new float[] {-1, 0}, back, 1e-6f);
    }

    @Test
    void oneWalksFromTrouserToAnkleBootOrFromTheFirstClassToTheLast() {
        int[] ten = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertEquals(
                new ClassDirections.Pair(1, 9),
                ClassDirections.of(new float[10], 1, ten, 10).farApart().orElseThrow());
        assertEquals(
                new ClassDirections.Pair(2, 5),
                ClassDirections.of(new float[3], 1, new int[] {5, 2, 3}, 10)
                        .farApart()
                        .orElseThrow());
        assertEquals(
                java.util.Optional.empty(),
                ClassDirections.of(new float[2], 1, new int[] {4, 4}, 10).farApart());
    }
}
