package hourglass.core.metric;

import java.util.function.BooleanSupplier;

/**
 * How faithful a map is to the neighbourhoods it was made from (Venna and Kaski 2006, "Local multidimensional
 * scaling").
 *
 * <p>Both measures are 1 for a perfect map and about 0.5 for a random one. Exact over all pairs of up to
 * {@value #MAX_POINTS} points; of equal distances the earlier point counts as nearer.
 */
public final class Embeddings {
    /** Most points, because the work grows with their square. */
    public static final int MAX_POINTS = 10_000;

    private Embeddings() {}

    /**
     * Trustworthiness: how far the {@code k} neighbours on the map really are neighbours.
     *
     * <p>{@code T(k) = 1 − 2 / (n·k·(2n − 3k − 1)) · Σᵢ Σⱼ max(0, r(i, j) − k)} over the map's {@code k} neighbours
     * {@code j} of each {@code i}, where {@code r} is the rank of {@code j} among the neighbours of {@code i} in the
     * original space.
     *
     * @param original {@code [n × originalDimension]}
     * @param map {@code [n × mapDimension]}
     * @param k neighbours, 1 … and less than n / 2
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public static double trustworthiness(
            float[] original, int originalDimension, float[] map, int mapDimension, int k, BooleanSupplier cancelled) {
        int n = check(original, originalDimension, map, mapDimension, k);
        DistanceBlocks far = new DistanceBlocks(original, n, originalDimension);
        DistanceBlocks near = new DistanceBlocks(map, n, mapDimension);
        float[] farDistances = new float[far.blockCount() * DistanceBlocks.BLOCK];
        float[] nearDistances = new float[farDistances.length];
        float[] scratch = new float[DistanceBlocks.BLOCK];
        long penalty = 0;
        for (int i = 0; i < n; i++) {
            if (i % 64 == 0) {
                Cancellation.check(cancelled);
            }
            fill(far, original, i * originalDimension, scratch, farDistances);
            fill(near, map, i * mapDimension, scratch, nearDistances);
            for (int j : nearest(nearDistances, n, i, k)) {
                penalty += Math.max(0, rank(farDistances, n, i, j) - k);
            }
        }
        return 1 - 2.0 * penalty / ((double) n * k * (2.0 * n - 3 * k - 1));
    }

    /** Continuity: how far the {@code k} original neighbours stay neighbours on the map; the mirror image. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // the mirror image: map and original change places
    public static double continuity(
            float[] original, int originalDimension, float[] map, int mapDimension, int k, BooleanSupplier cancelled) {
        return trustworthiness(map, mapDimension, original, originalDimension, k, cancelled);
    }

    private static void fill(DistanceBlocks blocks, float[] points, int from, float[] scratch, float[] target) {
        for (int block = 0; block < blocks.blockCount(); block++) {
            blocks.distances(points, from, block, scratch);
            System.arraycopy(scratch, 0, target, block * DistanceBlocks.BLOCK, DistanceBlocks.BLOCK);
        }
    }

    private static int[] nearest(float[] distances, int n, int self, int k) {
        int[] index = new int[k];
        int found = 0;
        for (int j = 0; j < n; j++) {
            if (j == self || (found == k && distances[j] >= distances[index[k - 1]])) {
                continue;
            }
            int place = found < k ? found++ : k - 1;
            while (place > 0 && distances[index[place - 1]] > distances[j]) {
                index[place] = index[place - 1];
                place--;
            }
            index[place] = j;
        }
        return index;
    }

    /** Place of {@code j} among the neighbours of {@code self}, from 1. */
    private static int rank(float[] distances, int n, int self, int j) {
        float distance = distances[j];
        int rank = 1;
        for (int other = 0; other < n; other++) {
            if (distances[other] < distance) {
                rank++;
            }
        }
        for (int other = 0; other < j; other++) {
            if (distances[other] == distance) {
                rank++;
            }
        }
        // The point itself was counted too if it came before j.
        return distances[self] < distance || (distances[self] == distance && self < j) ? rank - 1 : rank;
    }

    private static int check(float[] original, int originalDimension, float[] map, int mapDimension, int k) {
        if (originalDimension < 1 || mapDimension < 1) {
            throw new IllegalArgumentException(
                    "expected positive dimensions, got " + originalDimension + " and " + mapDimension);
        }
        int n = original.length / originalDimension;
        if (original.length != n * originalDimension || map.length != n * mapDimension) {
            throw new IllegalArgumentException("expected as many map points as original points, got " + map.length
                    + " numbers in " + mapDimension + " columns for " + original.length + " in " + originalDimension);
        }
        if (n < 3 || n > MAX_POINTS) {
            throw new IllegalArgumentException("expected 3 to " + MAX_POINTS + " points, got " + n);
        }
        if (k < 1 || 2 * k >= n) {
            throw new IllegalArgumentException(
                    "expected at least 1 neighbour and fewer than half of " + n + " points, got " + k);
        }
        return n;
    }
}
