package hourglass.core.metric;

import hourglass.core.Lanes;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The nearest neighbours of each of a set of points among the others, by Euclidean distance. Exact, by brute force;
 * deterministic: of equal distances the earlier point counts as nearer. Immutable.
 */
public final class NeighbourTable {
    /** Points looked at between two questions whether the answer is still wanted. */
    private static final int PIECE = 64;

    private final int n;
    private final int k;
    private final int[] table;

    private NeighbourTable(int n, int k) {
        this.n = n;
        this.k = k;
        table = new int[n * k];
    }

    /**
     * Of points {@code [n × dimension]}.
     *
     * @param k neighbours to keep, 1 … n − 1
     * @throws IllegalArgumentException if the length or {@code k} does not fit
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public static NeighbourTable of(float[] points, int dimension, int k, BooleanSupplier cancelled) {
        return of(points, dimension, k, Lanes.ALONE, cancelled);
    }

    /** The same, spread over {@code lanes}; how many there are changes nothing but the time. */
    public static NeighbourTable of(float[] points, int dimension, int k, Lanes lanes, BooleanSupplier cancelled) {
        if (dimension < 1 || points.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "expected whole points of " + dimension + " numbers, got " + points.length + " numbers");
        }
        int n = points.length / dimension;
        if (k < 1 || k >= n) {
            throw new IllegalArgumentException("expected 1 to " + (n - 1) + " neighbours, got " + k);
        }
        NeighbourTable result = new NeighbourTable(n, k);
        DistanceBlocks blocks = new DistanceBlocks(points, n, dimension);
        lanes.each((n + PIECE - 1) / PIECE, lanes.most(), (piece, lane) -> {
            Cancellation.check(cancelled);
            result.fill(blocks, points, dimension, piece * PIECE, Math.min(n, (piece + 1) * PIECE));
        });
        return result;
    }

    private void fill(DistanceBlocks blocks, float[] points, int dimension, int from, int to) {
        float[] distances = new float[DistanceBlocks.BLOCK];
        float[] best = new float[k];
        for (int i = from; i < to; i++) {
            Arrays.fill(best, Float.POSITIVE_INFINITY);
            for (int block = 0; block < blocks.blockCount(); block++) {
                blocks.distances(points, i * dimension, block, distances);
                offer(i, best, distances, blocks.sizeOf(block), block * DistanceBlocks.BLOCK);
            }
        }
    }

    private void offer(int self, float[] best, float[] distances, int size, int first) {
        for (int j = 0; j < size; j++) {
            if (distances[j] < best[k - 1] && first + j != self) {
                insert(self, best, distances[j], first + j);
            }
        }
    }

    private void insert(int self, float[] best, float distance, int point) {
        int place = k - 1;
        int row = self * k;
        while (place > 0 && best[place - 1] > distance) {
            best[place] = best[place - 1];
            table[row + place] = table[row + place - 1];
            place--;
        }
        best[place] = distance;
        table[row + place] = point;
    }

    /** Neighbour number {@code rank} of a point; 0 is the nearest. */
    public int neighbour(int point, int rank) {
        return table[Objects.checkIndex(point, n) * k + Objects.checkIndex(rank, k)];
    }

    /**
     * Share of points whose class is that of most of their {@code voters} nearest neighbours, each point left out of its
     * own vote; of classes with equal votes the one with the nearer first neighbour wins.
     *
     * @param labels classes 0 … 255, {@code [n]}
     * @param voters 1 … k, the neighbours of each point in the table
     */
    public double accuracy(int[] labels, int voters) {
        if (labels.length != n || voters < 1 || voters > k) {
            throw new IllegalArgumentException(
                    "expected " + n + " classes and 1 to " + k + " voters, got " + labels.length + " and " + voters);
        }
        int correct = 0;
        int[] votes = new int[256];
        for (int i = 0; i < n; i++) {
            correct += winner(i, labels, voters, votes) == labels[i] ? 1 : 0;
        }
        return (double) correct / n;
    }

    private int winner(int point, int[] labels, int voters, int[] votes) {
        Arrays.fill(votes, 0);
        for (int rank = 0; rank < voters; rank++) {
            votes[labels[neighbour(point, rank)]]++;
        }
        int winner = labels[neighbour(point, 0)];
        for (int rank = 1; rank < voters; rank++) {
            int candidate = labels[neighbour(point, rank)];
            if (votes[candidate] > votes[winner]) {
                winner = candidate;
            }
        }
        return winner;
    }
}
