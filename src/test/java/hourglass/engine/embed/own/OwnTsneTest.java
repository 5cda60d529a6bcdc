package hourglass.engine.embed.own;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Lanes;
import hourglass.core.metric.Embeddings;
import hourglass.core.metric.NeighbourTable;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.EngineException;
import hourglass.engine.embed.EmbedderClusters;
import hourglass.engine.embed.EmbedderInput;
import hourglass.engine.embed.EmbedderPoints;
import hourglass.engine.embed.smile.SmileTsne;
import hourglass.session.concurrent.Crew;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OwnTsneTest {
    private static final EmbeddingSpec SPEC = new EmbeddingSpec(200, 10, 500, 100, 3);

    private static float[] map(EmbedderInput input, EmbeddingSpec spec, Lanes lanes) {
        return EmbedderClusters.map(OwnTsne.start(input, spec, lanes), spec.iterations());
    }

    @Test
    void clustersThatAPlaneCannotHoldComeApart() {
        int n = 200;
        EmbedderInput input = EmbedderClusters.of(n, 12, 10);
        float[] map = map(input, SPEC, Lanes.ALONE);
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % 10);
        assertEquals(1.0, NeighbourTable.of(map, 2, 10, () -> false).accuracy(labels, 10));
        double trust = Embeddings.trustworthiness(input.values(), 12, map, 2, 10, () -> false);
        double flat = Embeddings.trustworthiness(input.values(), 12, input.plane(), 2, 10, () -> false);
        assertTrue(trust > flat + 0.05, trust + " against PCA " + flat);
    }

    /** By how far the map differs from what it is of, summed over all pairs; two hundredths are chance. */
    @Test
    void itDescendsAsDeepAsSmile() {
        EmbedderInput input = EmbedderClusters.of(300, 6, 5);
        EmbeddingSpec spec = SPEC.withIterations(1000);
        double own = divergence(input, map(input, spec, Lanes.ALONE), spec);
        double smile = divergence(input, EmbedderClusters.map(SmileTsne.start(input, spec), spec.iterations()), spec);
        assertTrue(own < 1.02 * smile, own + " against " + smile);
        double trust = trust(input, map(input, spec, Lanes.ALONE));
        double theirs = trust(input, EmbedderClusters.map(SmileTsne.start(input, spec), spec.iterations()));
        assertTrue(trust > theirs - 0.01, trust + " against " + theirs);
    }

    private static double trust(EmbedderInput input, float[] map) {
        return Embeddings.trustworthiness(input.values(), input.dimension(), map, 2, 10, () -> false);
    }

    /** Kullback and Leibler's, between the joint probabilities of all pairs there and here. */
    private static double divergence(EmbedderInput input, float[] map, EmbeddingSpec spec) {
        int n = input.count();
        double[][] rows =
                EmbedderPoints.prepare(input.values(), input.dimension(), EmbedderPoints.Scale.TOGETHER, spec.seed());
        double[][] conditional = new double[n][n];
        for (int i = 0; i < n; i++) {
            bell(rows, i, Math.log(spec.perplexity()), conditional[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += i == j ? 0 : q(map, i, j);
            }
        }
        double divergence = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double p = (conditional[i][j] + conditional[j][i]) / (2 * n);
                divergence += p > 1e-300 ? p * Math.log(p / (q(map, i, j) / sum)) : 0;
            }
        }
        return divergence;
    }

    private static double q(float[] map, int i, int j) {
        double dx = map[2 * i] - map[2 * j];
        double dy = map[2 * i + 1] - map[2 * j + 1];
        return 1 / (1 + dx * dx + dy * dy);
    }

    private static void bell(double[][] rows, int i, double entropy, double[] target) {
        double low = 0;
        double high = 1e6;
        for (int halving = 0; halving < 200; halving++) {
            double precision = (low + high) / 2;
            double sum = 0;
            double moment = 0;
            for (int j = 0; j < rows.length; j++) {
                double square = 0;
                for (int d = 0; d < rows[i].length; d++) {
                    square += Math.pow(rows[i][d] - rows[j][d], 2);
                }
                target[j] = i == j ? 0 : Math.exp(-precision * square);
                sum += target[j];
                moment += precision * square * target[j];
            }
            for (int j = 0; j < target.length; j++) {
                target[j] /= Math.max(sum, 1e-300);
            }
            boolean broad = sum > 0 && Math.log(sum) + moment / sum > entropy;
            low = broad ? precision : low;
            high = broad ? high : precision;
        }
    }

    @Test
    void neitherLanesNorSlicesChangeABit() {
        EmbedderInput input = EmbedderClusters.of(530, 5, 4);
        EmbeddingSpec spec = SPEC.withIterations(300);
        float[] alone = map(input, spec, Lanes.ALONE);
        try (Crew crew = new Crew(3, Thread.NORM_PRIORITY)) {
            assertArrayEquals(alone, map(input, spec, crew));
        }
        OwnTsne sliced = OwnTsne.start(input, spec, Lanes.ALONE);
        while (sliced.iteration() < spec.iterations()) {
            sliced.advance(Math.min(3, spec.iterations() - sliced.iteration()));
        }
        assertArrayEquals(alone, sliced.coordinates());
    }

    @Test
    void anotherSeedIsAnotherMap() {
        EmbedderInput input = EmbedderClusters.of(160, 5, 4);
        float[] first = map(input, SPEC, Lanes.ALONE);
        assertArrayEquals(first, map(input, SPEC, Lanes.ALONE));
        assertFalse(Arrays.equals(first, map(input, SPEC.withSeed(4), Lanes.ALONE)));
    }

    @Test
    void theStartIsThePrincipalPlaneMadeSmall() {
        EmbedderInput input = EmbedderClusters.of(100, 4, 3);
        float[] start = OwnTsne.start(input, SPEC, Lanes.ALONE).coordinates();
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
        OwnTsne tsne = OwnTsne.start(EmbedderClusters.of(60, 4, 3), SPEC, Lanes.ALONE);
        tsne.advance(3);
        assertEquals(3, tsne.iteration());
        tsne.advance(1000);
        assertEquals(13, tsne.iteration());
        float[] before = tsne.coordinates();
        float[] kept = before.clone();
        tsne.advance(5);
        assertArrayEquals(kept, before);
        assertFalse(Arrays.equals(before, tsne.coordinates()));
        assertThrows(IllegalArgumentException.class, () -> tsne.advance(0));
    }

    @Test
    void equalPointsAndMoreNeighboursThanPointsAreNoTrouble() {
        float[] points = EmbedderClusters.of(30, 4, 3).values().clone();
        for (int i = 0; i < 10; i++) {
            System.arraycopy(points, 0, points, i * 4, 4);
        }
        for (float value : map(EmbedderClusters.input(points, 4), SPEC, Lanes.ALONE)) {
            assertTrue(Float.isFinite(value));
        }
    }

    @Test
    void pointsThatFlyApartEndItInASentenceAndTheLastPlacesStay() {
        OwnTsne tsne =
                OwnTsne.start(EmbedderClusters.of(60, 4, 3), new EmbeddingSpec(200, 10, 500, 2000, 3), Lanes.ALONE);
        EngineException apart = null;
        try {
            EmbedderClusters.map(tsne, 500);
        } catch (EngineException thrown) {
            apart = thrown;
        }
        for (float value : tsne.coordinates()) {
            assertTrue(Float.isFinite(value));
        }
        assertTrue(apart == null || apart.getMessage().startsWith("The points of the map flew apart after iteration "));
    }

    @Test
    void threePointsAndTooLargeAPerplexityAreRefusedInASentence() {
        IllegalArgumentException few = assertThrows(
                IllegalArgumentException.class, () -> OwnTsne.start(EmbedderClusters.of(3, 2, 2), SPEC, Lanes.ALONE));
        assertEquals("A map needs at least 10 points; there are only 3.", few.getMessage());
        IllegalArgumentException broad = assertThrows(
                IllegalArgumentException.class, () -> OwnTsne.start(EmbedderClusters.of(29, 2, 2), SPEC, Lanes.ALONE));
        assertEquals(
                "The perplexity must be at most a third of the points, which is 9 for 29; got 10.0.",
                broad.getMessage());
    }
}
