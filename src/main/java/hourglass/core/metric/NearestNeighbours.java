package hourglass.core.metric;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * How well the class of an image can be read off its code by its nearest neighbours (Cover and Hart 1967).
 *
 * <p>Exact, by brute force over Euclidean distances; deterministic: of equal distances the earlier training code counts
 * as nearer, and of classes with equal votes the one with the nearer first neighbour wins.
 */
public final class NearestNeighbours {
    private static final int QUERIES = 100;

    private final DistanceBlocks train;
    private final byte[] trainLabels;
    private final int k;
    private final float[] distances = new float[DistanceBlocks.BLOCK];

    private NearestNeighbours(DistanceBlocks train, byte[] trainLabels, int k) {
        this.train = train;
        this.trainLabels = trainLabels;
        this.k = k;
    }

    /**
     * Share of test codes whose class is that of the majority of their {@code k} nearest training codes, 0 … 1.
     *
     * @param trainCodes {@code [n × dimension]}
     * @param trainLabels classes 0 … 255 as unsigned bytes, {@code [n]}, as {@code ImageSet.labels()} gives them
     * @param testCodes {@code [m × dimension]}
     * @param testLabels {@code [m]}
     * @param dimension numbers per code, 1 or more
     * @param k neighbours that vote, 1 … n
     * @throws IllegalArgumentException if lengths disagree or {@code k} is out of range
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public static double accuracy(
            float[] trainCodes,
            byte[] trainLabels,
            float[] testCodes,
            byte[] testLabels,
            int dimension,
            int k,
            BooleanSupplier cancelled) {
        check("training", trainCodes, trainLabels, dimension);
        check("test", testCodes, testLabels, dimension);
        if (k < 1 || k > trainLabels.length) {
            throw new IllegalArgumentException("expected 1 to " + trainLabels.length + " neighbours, got " + k);
        }
        DistanceBlocks blocks = new DistanceBlocks(trainCodes, trainLabels.length, dimension);
        NearestNeighbours search = new NearestNeighbours(blocks, trainLabels, k);
        int correct = 0;
        for (int from = 0; from < testLabels.length; from += QUERIES) {
            correct += search.correct(
                    testCodes, testLabels, dimension, from, Math.min(from + QUERIES, testLabels.length), cancelled);
        }
        return (double) correct / testLabels.length;
    }

    /** Test codes {@code from … to − 1}; each block of training codes is used for all of them while in the cache. */
    private int correct(
            float[] testCodes, byte[] testLabels, int dimension, int from, int to, BooleanSupplier cancelled) {
        Nearest[] nearest = new Nearest[to - from];
        Arrays.setAll(nearest, i -> new Nearest(k));
        for (int block = 0; block < train.blockCount(); block++) {
            Cancellation.check(cancelled);
            int size = train.sizeOf(block);
            int first = block * DistanceBlocks.BLOCK;
            for (int q = from; q < to; q++) {
                train.distances(testCodes, q * dimension, block, distances);
                nearest[q - from].offer(distances, size, first);
            }
        }
        int correct = 0;
        for (int q = from; q < to; q++) {
            if (nearest[q - from].vote(trainLabels) == (testLabels[q] & 0xff)) {
                correct++;
            }
        }
        return correct;
    }

    private static void check(String what, float[] codes, byte[] labels, int dimension) {
        if (dimension < 1 || labels.length == 0 || codes.length != (long) labels.length * dimension) {
            throw new IllegalArgumentException("expected " + labels.length + " " + what + " codes of " + dimension
                    + " numbers (both at least 1), got " + codes.length + " numbers");
        }
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
