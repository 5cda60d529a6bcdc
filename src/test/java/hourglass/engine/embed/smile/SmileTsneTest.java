package hourglass.engine.embed.smile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.metric.Embeddings;
import hourglass.core.metric.NeighbourTable;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.embed.EmbedderClusters;
import hourglass.engine.embed.EmbedderInput;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmileTsneTest {
    private static final EmbeddingSpec SPEC = new EmbeddingSpec(200, 10, 500, 100, 3);

    private static EmbedderInput clusters(int n, int dimension, int clusters) {
        return EmbedderClusters.of(n, dimension, clusters);
    }

    private static float[] map(EmbedderInput input, EmbeddingSpec spec) {
        return EmbedderClusters.map(SmileTsne.start(input, spec), spec.iterations());
    }

    @Test
    void clustersThatAPlaneCannotHoldComeApart() {
        int n = 200;
        EmbedderInput input = clusters(n, 12, 10);
        float[] map = map(input, SPEC);
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % 10);
        double linear = NeighbourTable.of(input.plane(), 2, 10, () -> false).accuracy(labels, 10);
        assertEquals(1.0, NeighbourTable.of(map, 2, 10, () -> false).accuracy(labels, 10));
        assertTrue(linear < 0.9, "PCA lays clusters over each other, got " + linear);
        double trust = Embeddings.trustworthiness(input.values(), 12, map, 2, 10, () -> false);
        double flat = Embeddings.trustworthiness(input.values(), 12, input.plane(), 2, 10, () -> false);
        assertTrue(trust > flat + 0.05, trust + " against PCA " + flat);
    }

    @Test
    void theSameSeedGivesTheSameMapBitForBitAndAnotherSeedAnother() {
        EmbedderInput input = clusters(160, 5, 4);
        float[] first = map(input, SPEC);
        assertArrayEquals(first, map(input, SPEC));
        assertFalse(Arrays.equals(first, map(input, SPEC.withSeed(4))));
    }

    @Test
    void theStartIsThePrincipalPlaneMadeSmall() {
        EmbedderInput input = clusters(100, 4, 3);
        float[] start = SmileTsne.start(input, SPEC).coordinates();
        double square = 0;
        double along = 0;
        double planeSquare = 0;
        for (int i = 0; i < 100; i++) {
            square += start[2 * i] * start[2 * i];
            along += start[2 * i] * input.plane()[2 * i];
            planeSquare += input.plane()[2 * i] * input.plane()[2 * i];
        }
        assertEquals(1e-4, Math.sqrt(square / 100), 5e-6);
        assertTrue(along / Math.sqrt(square * planeSquare) > 0.98, "the same picture but for a hair");
    }

    @Test
    void aSliceIsShortAndCoordinatesAreCopies() {
        SmileTsne tsne = SmileTsne.start(clusters(60, 4, 3), SPEC);
        tsne.advance(3);
        assertEquals(3, tsne.iteration());
        tsne.advance(1000);
        assertEquals(3 + SmileTsne.SLICE, tsne.iteration());
        float[] before = tsne.coordinates();
        float[] kept = before.clone();
        tsne.advance(5);
        assertArrayEquals(kept, before);
        assertFalse(Arrays.equals(before, tsne.coordinates()));
        assertThrows(IllegalArgumentException.class, () -> tsne.advance(0));
    }

    @Test
    void asManyPointsAsNumbersAreNotTakenForATableOfDistances() {
        int n = 40;
        float[] map = map(clusters(n, n, 4), SPEC.withIterations(300));
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % 4);
        assertEquals(1.0, NeighbourTable.of(map, 2, 5, () -> false).accuracy(labels, 5));
    }

    @Test
    void equalPointsAreNoTrouble() {
        float[] points = clusters(90, 4, 3).values().clone();
        for (int i = 0; i < 30; i++) {
            System.arraycopy(points, 0, points, i * 4, 4);
        }
        float[] map = map(EmbedderClusters.input(points, 4), SPEC);
        for (float value : map) {
            assertTrue(Float.isFinite(value));
        }
    }

    @Test
    void threePointsAndTooLargeAPerplexityAreRefusedInASentence() {
        IllegalArgumentException few =
                assertThrows(IllegalArgumentException.class, () -> SmileTsne.start(clusters(3, 2, 2), SPEC));
        assertEquals("A map needs at least 10 points; there are only 3.", few.getMessage());
        IllegalArgumentException broad =
                assertThrows(IllegalArgumentException.class, () -> SmileTsne.start(clusters(29, 2, 2), SPEC));
        assertEquals(
                "The perplexity must be at most a third of the points, which is 9 for 29; got 10.0.",
                broad.getMessage());
    }
}
