package hourglass.engine.embed.own;

import hourglass.core.Lanes;
import hourglass.core.metric.NeighbourTable;
import java.util.Arrays;

/**
 * How strongly near points belong together: the symmetric joint probabilities of van der Maaten and Hinton (2008), kept
 * for the three times perplexity nearest neighbours of each point as in van der Maaten (2014), "Accelerating t-SNE using
 * tree-based algorithms". Row by row; the sum over all is 1. Immutable.
 */
final class Affinities {
    /** Neighbours per unit of perplexity; those beyond weigh next to nothing. */
    private static final int NEIGHBOURS_PER_PERPLEXITY = 3;

    private static final int PIECE = 128;
    private static final int MOST_HALVINGS = 100;
    private static final double ENTROPY_TOLERANCE = 1e-6;

    private final int[] starts;
    private final int[] others;
    private final float[] weights;

    private Affinities(int[] starts, int[] others, float[] weights) {
        this.starts = starts;
        this.others = others;
        this.weights = weights;
    }

    /**
     * Of points {@code [n × dimension]}.
     *
     * @param perplexity about how many neighbours each listens to, less than {@code n}
     */
    static Affinities of(float[] points, int dimension, double perplexity, Lanes lanes) {
        int n = points.length / dimension;
        int k = (int) Math.min(n - 1, Math.floor(NEIGHBOURS_PER_PERPLEXITY * perplexity) + 1);
        NeighbourTable table = NeighbourTable.of(points, dimension, k, lanes, () -> false);
        float[] conditional = new float[n * k];
        lanes.each((n + PIECE - 1) / PIECE, lanes.most(), (piece, lane) -> {
            double[] squares = new double[k];
            for (int i = piece * PIECE; i < Math.min(n, (piece + 1) * PIECE); i++) {
                for (int rank = 0; rank < k; rank++) {
                    squares[rank] = square(points, dimension, i, table.neighbour(i, rank));
                }
                calibrate(squares, Math.log(perplexity), conditional, i * k);
            }
        });
        return joint(n, k, table, conditional);
    }

    private static double square(float[] points, int dimension, int i, int j) {
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            double difference = points[i * dimension + d] - points[j * dimension + d];
            sum += difference * difference;
        }
        return sum;
    }

    /** Finds the width of the bell at which the neighbours' entropy is that of the perplexity. */
    private static void calibrate(double[] squares, double entropy, float[] target, int from) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1;
        double[] weights = new double[squares.length];
        double sum = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            sum = 0;
            double moment = 0;
            for (int rank = 0; rank < squares.length; rank++) {
                // Relative to the nearest, so that the sum is never 0.
                double beyond = squares[rank] - squares[0];
                weights[rank] = Math.exp(-beyond * precision);
                sum += weights[rank];
                moment += beyond * weights[rank];
            }
            double difference = Math.log(sum) + precision * moment / sum - entropy;
            if (Math.abs(difference) < ENTROPY_TOLERANCE) {
                break;
            }
            low = difference > 0 ? precision : low;
            high = difference > 0 ? high : precision;
            precision = Double.isInfinite(high) ? 2 * precision : (low + high) / 2;
        }
        for (int rank = 0; rank < squares.length; rank++) {
            target[from + rank] = (float) (weights[rank] / sum);
        }
    }

    /** Joins who listens to whom with who is listened to by whom. */
    private static Affinities joint(int n, int k, NeighbourTable table, float[] conditional) {
        int[] ends = new int[n + 1];
        for (int i = 0; i < n; i++) {
            ends[i + 1] += k;
            for (int rank = 0; rank < k; rank++) {
                ends[table.neighbour(i, rank) + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            ends[i + 1] += ends[i];
        }
        // Neighbour above, weight below: sorting brings the two directions of a pair side by side.
        long[] entries = new long[2 * n * k];
        int[] filled = ends.clone();
        for (int i = 0; i < n; i++) {
            for (int rank = 0; rank < k; rank++) {
                int other = table.neighbour(i, rank);
                long weight = Float.floatToIntBits(conditional[i * k + rank]);
                entries[filled[i]++] = (long) other << 32 | weight;
                entries[filled[other]++] = (long) i << 32 | weight;
            }
        }
        return merged(n, ends, entries);
    }

    private static Affinities merged(int n, int[] ends, long[] entries) {
        int[] starts = new int[n + 1];
        int[] others = new int[entries.length];
        float[] weights = new float[entries.length];
        int count = 0;
        for (int i = 0; i < n; i++) {
            Arrays.sort(entries, ends[i], ends[i + 1]);
            for (int at = ends[i]; at < ends[i + 1]; at++) {
                int other = (int) (entries[at] >>> 32);
                float weight = Float.intBitsToFloat((int) entries[at]) / (2 * n);
                if (count > starts[i] && others[count - 1] == other) {
                    weights[count - 1] += weight;
                } else {
                    others[count] = other;
                    weights[count++] = weight;
                }
            }
            starts[i + 1] = count;
        }
        return new Affinities(starts, Arrays.copyOf(others, count), Arrays.copyOf(weights, count));
    }

    /** Points. */
    int size() {
        return starts.length - 1;
    }

    /** Where the pairs of point {@code i} begin; those of the next end them. */
    int start(int i) {
        return starts[i];
    }

    /** The other point of a pair. */
    int other(int pair) {
        return others[pair];
    }

    /** Joint probability of a pair. */
    float weight(int pair) {
        return weights[pair];
    }
}
