package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
    @Test
    void fivePointsByHand() {
        // On the map the last point jumped beside the first: 0 and 4 are now neighbours, of original rank 4 both.
        float[] original = {0, 1, 2.1f, 3.3f, 4.6f};
        float[] map = {0, 1, 2.1f, 3.3f, -0.4f};
        // Map neighbours (k = 1): 0→4 rank 4, 1→0 rank 1, 2→1 rank 1, 3→2 rank 1, 4→0 rank 4. Penalty 3 + 3.
        assertEquals(
                1 - 2.0 / (5 * 1 * (10 - 3 - 1)) * 6, Embeddings.trustworthiness(original, 1, map, 1, 1, () -> false));
        // Original neighbours: 0→1 map rank 2, 1→0 rank 1, 2→1, 3→2, 4→3 map rank 4. Penalty 1 + 3.
        assertEquals(1 - 2.0 / 30 * 4, Embeddings.continuity(original, 1, map, 1, 1, () -> false), 1e-12);
    }

    @Test
    void aTurnedAndScaledMapIsPerfect() {
        float[] original = points(400, 2, 4);
        float[] map = new float[800];
        for (int i = 0; i < 400; i++) {
            map[2 * i] = -2 * original[2 * i + 1];
            map[2 * i + 1] = 2 * original[2 * i];
        }
        assertEquals(1, Embeddings.trustworthiness(original, 2, map, 2, 15, () -> false), 1e-12);
        assertEquals(1, Embeddings.continuity(original, 2, map, 2, 15, () -> false), 1e-12);
    }

    @Test
    void aRandomMapIsAboutOneHalf() {
        double trust = Embeddings.trustworthiness(points(900, 10, 1), 10, points(900, 2, 2), 2, 15, () -> false);
        assertEquals(0.5, trust, 0.02);
    }

    @Test
    void pointsInOnePlaceStillGiveAMeasureInRange() {
        double trust = Embeddings.trustworthiness(points(50, 3, 1), 3, new float[100], 2, 5, () -> false);
        assertTrue(trust > 0 && trust < 1, "got " + trust);
    }

    private static float[] points(int n, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] result = new float[n * dimension];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) random.nextDouble();
        }
        return result;
    }

    @Test
    void wrongSizesAreRefusedAndCancelledWorkEnds() {
        float[] ten = points(10, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> Embeddings.trustworthiness(ten, 1, ten, 1, 5, () -> false));
        assertThrows(IllegalArgumentException.class, () -> Embeddings.trustworthiness(ten, 1, ten, 2, 2, () -> false));
        assertThrows(
                IllegalArgumentException.class,
                () -> Embeddings.trustworthiness(new float[10_001], 1, new float[10_001], 1, 2, () -> false));
        assertThrows(CancellationException.class, () -> Embeddings.trustworthiness(ten, 1, ten, 1, 2, () -> true));
    }
}
