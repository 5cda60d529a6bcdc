package hourglass.core.metric;

import hourglass.core.Computing;
import hourglass.core.Products.Inner;
import hourglass.core.Products.Strip;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * How well the class of an image can be read off its code by its nearest neighbours (Cover and Hart 1967).
 *
 * <p>Exact, by brute force over Euclidean distances; deterministic: of equal distances the earlier training code counts
 * as nearer, and of classes with equal votes the one with the nearer first neighbour wins. Distances are first bounded
 * from below by a product of matrices, whose rounding the bound takes into account, and computed exactly only where the
 * bound does not rule a code out; so neither the products used nor the lanes make a difference.
 */
public final class NearestNeighbours {
    private static final int QUERIES = 192;
    /** Half the distance from 1 to the next float: what one operation may lose. */
    private static final float ROUNDING = 0x1p-24f;

    private final DistanceBlocks points;
    /** A little less than the squared length of each training code. */
    private final float[] lengths;

    private final LabelledCodes train;
    private final LabelledCodes test;
    private final int k;
    private final Computing computing;

    /**
     * Codes and their classes.
     *
     * @param codes {@code [n × dimension]}
     * @param labels classes 0 … 255 as unsigned bytes, {@code [n]}, as {@code ImageSet.labels()} gives them
     * @param dimension numbers per code, 1 or more
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and too large to copy
    public record LabelledCodes(float[] codes, byte[] labels, int dimension) {
        /** @throws IllegalArgumentException if lengths disagree or there is nothing */
        public LabelledCodes {
            if (dimension < 1 || labels.length == 0 || codes.length != (long) labels.length * dimension) {
                throw new IllegalArgumentException("expected " + labels.length + " codes of " + dimension
                        + " numbers (both at least 1), got " + codes.length + " numbers");
            }
        }
    }

    private NearestNeighbours(LabelledCodes train, LabelledCodes test, int k, Computing computing) {
        this.train = train;
        this.test = test;
        this.k = k;
        this.computing = computing;
        points = new DistanceBlocks(train.codes, train.labels.length, train.dimension);
        lengths = new float[points.blockCount() * DistanceBlocks.BLOCK];
        for (int i = 0; i < train.labels.length; i++) {
            lengths[i] = shortened(train.codes, i * train.dimension);
        }
    }

    /**
     * Share of test codes whose class is that of the majority of their {@code k} nearest training codes, 0 … 1.
     *
     * @param k neighbours that vote, 1 … number of training codes
     * @throws IllegalArgumentException if the codes differ in dimension or {@code k} is out of range
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public static double accuracy(
            LabelledCodes train, LabelledCodes test, int k, Computing computing, BooleanSupplier cancelled) {
        if (train.dimension != test.dimension) {
            throw new IllegalArgumentException(
                    "expected test codes of " + train.dimension + " numbers, got " + test.dimension);
        }
        if (k < 1 || k > train.labels.length) {
            throw new IllegalArgumentException("expected 1 to " + train.labels.length + " neighbours, got " + k);
        }
        return new NearestNeighbours(train, test, k, computing).accuracy(cancelled);
    }

    private double accuracy(BooleanSupplier cancelled) {
        int count = test.labels.length;
        int[] correct = new int[(count + QUERIES - 1) / QUERIES];
        float[][] products = new float[computing.lanes().most()][QUERIES * DistanceBlocks.BLOCK];
        computing.lanes().each(correct.length, products.length, (piece, lane) -> {
            int from = piece * QUERIES;
            correct[piece] = correct(from, Math.min(from + QUERIES, count), products[lane], cancelled);
        });
        return (double) Arrays.stream(correct).sum() / count;
    }

    /** Test codes {@code from … to − 1}; each block of training codes is used for all of them while in the cache. */
    private int correct(int from, int to, float[] products, BooleanSupplier cancelled) {
        int dimension = test.dimension;
        Nearest[] nearest = new Nearest[to - from];
        Arrays.setAll(nearest, i -> new Nearest(k));
        Strip queries = new Strip(test.codes, from * dimension, dimension);
        for (int block = 0; block < points.blockCount(); block++) {
            Cancellation.check(cancelled);
            computing
                    .products()
                    .times(
                            queries,
                            Inner.of(dimension),
                            points.points(block),
                            new Strip(products, 0, DistanceBlocks.BLOCK),
                            to - from,
                            DistanceBlocks.BLOCK);
            for (int q = from; q < to; q++) {
                offer(nearest[q - from], q, block, products, (q - from) * DistanceBlocks.BLOCK);
            }
        }
        int correct = 0;
        for (int q = from; q < to; q++) {
            if (nearest[q - from].vote(train.labels) == (test.labels[q] & 0xff)) {
                correct++;
            }
        }
        return correct;
    }

    private void offer(Nearest nearest, int query, int block, float[] products, int at) {
        int size = points.sizeOf(block);
        int first = block * DistanceBlocks.BLOCK;
        int place = query * test.dimension;
        float length = shortened(test.codes, place);
        float worst = nearest.worst();
        for (int i = 0; i < size; i++) {
            // Written so that a bound that is not a number rules nothing out.
            if (!(length + lengths[first + i] - 2 * products[at + i] >= worst)) {
                float distance = points.distance(test.codes, place, block, i);
                if (distance < worst) {
                    nearest.insert(distance, first + i);
                    worst = nearest.worst();
                }
            }
        }
    }

    /**
     * The squared length of a code, less than it by what rounding can add to a distance computed from it: twice the bound
     * of Higham 2002, section 3.1, for inner products, as {@code 2|x·y| ≤ |x|² + |y|²}.
     */
    private float shortened(float[] codes, int from) {
        float squares = 0;
        for (int d = 0; d < train.dimension; d++) {
            squares += codes[from + d] * codes[from + d];
        }
        return squares * (1 - 4 * (train.dimension + 4) * ROUNDING);
    }

    /** The nearest so far, in ascending order of distance. */
    static final class Nearest {
        private final float[] best;
        private final int[] index;

        Nearest(int k) {
            best = new float[k];
            index = new int[k];
            Arrays.fill(best, Float.POSITIVE_INFINITY);
            Arrays.fill(index, -1);
        }

        void offer(float[] distances, int size, int first) {
            float worst = best[best.length - 1];
            for (int i = 0; i < size; i++) {
                if (distances[i] < worst) {
                    insert(distances[i], first + i);
                    worst = best[best.length - 1];
                }
            }
        }

        /** What a distance must be below to count. */
        float worst() {
            return best[best.length - 1];
        }

        private void insert(float distance, int point) {
            int place = best.length - 1;
            while (place > 0 && best[place - 1] > distance) {
                best[place] = best[place - 1];
                index[place] = index[place - 1];
                place--;
            }
            best[place] = distance;
            index[place] = point;
        }

        /** Mean Euclidean distance, of squared ones; infinite where there are fewer. */
        double meanDistance() {
            double sum = 0;
            for (float squared : best) {
                sum += Math.sqrt(squared);
            }
            return sum / best.length;
        }

        /** Winning class; −1 if no neighbour has a finite distance. */
        int vote(byte[] labels) {
            int[] votes = new int[256];
            for (int point : index) {
                if (point >= 0) {
                    votes[labels[point] & 0xff]++;
                }
            }
            int winner = -1;
            for (int point : index) {
                if (point >= 0 && (winner < 0 || votes[labels[point] & 0xff] > votes[winner])) {
                    winner = labels[point] & 0xff;
                }
            }
            return winner;
        }
    }
}
