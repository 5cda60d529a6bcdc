package hourglass.core.metric;

/**
 * How far codes lie from known ones: the mean Euclidean distance to the nearest few of them. Exact, by brute force. For
 * one thread at a time.
 */
public final class CodeDistances {
    private final DistanceBlocks known;
    private final int dimension;
    private final int neighbours;
    private final float[] distances = new float[DistanceBlocks.BLOCK];

    /**
     * To known codes {@code [n × dimension]}, at least one.
     *
     * @param neighbours how many of the nearest count; all where there are fewer
     * @throws IllegalArgumentException if there is no code or no neighbour, or the last code is not whole
     */
    public CodeDistances(float[] codes, int dimension, int neighbours) {
        if (dimension < 1 || codes.length == 0 || codes.length % dimension != 0 || neighbours < 1) {
            throw new IllegalArgumentException("expected at least one neighbour among codes of " + dimension
                    + " numbers, got " + neighbours + " among " + codes.length + " numbers");
        }
        this.dimension = dimension;
        int count = codes.length / dimension;
        this.neighbours = Math.min(neighbours, count);
        known = new DistanceBlocks(codes, count, dimension);
    }

    /** Of {@code n} codes {@code [n × dimension]}: {@code [n]}; infinite where a code is not finite. */
    public float[] of(float[] codes, int n) {
        float[] result = new float[n];
        for (int i = 0; i < n; i++) {
            NearestNeighbours.Nearest nearest = new NearestNeighbours.Nearest(neighbours);
            for (int block = 0; block < known.blockCount(); block++) {
                known.distances(codes, i * dimension, block, distances);
                nearest.offer(distances, known.sizeOf(block), block * DistanceBlocks.BLOCK);
            }
            result[i] = (float) nearest.meanDistance();
        }
        return result;
    }
}
