package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NeighbourTableTest {
    private static NeighbourTable of(float[] points, int dimension, int k) {
        return NeighbourTable.of(points, dimension, k, () -> false);
    }

    @Test
    void neighboursOnALineAreInOrderAndTiesGoToTheEarlier() {
        NeighbourTable table = of(new float[] {0, 1, 2, 10}, 1, 3);
        assertEquals(0, table.neighbour(1, 0), "0 and 2 are as near to 1");
        assertEquals(2, table.neighbour(1, 1));
        assertEquals(3, table.neighbour(1, 2));
        assertEquals(2, table.neighbour(3, 0));
    }

    @Test
    void equalPointsAreEachOthersNeighboursAndNeverTheirOwn() {
        NeighbourTable table = of(new float[] {5, 5, 5}, 1, 2);
        for (int i = 0; i < 3; i++) {
            assertEquals(3 - i, table.neighbour(i, 0) + table.neighbour(i, 1), "the two others of 0, 1, 2");
        }
    }

    @Test
    void itIsWhatSortingAllDistancesGives() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 700;
        float[] points = new float[3 * n];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) random.nextDouble();
        }
        NeighbourTable table = of(points, 3, 7);
        for (int i = 0; i < n; i += 97) {
            int self = i;
            int[] expected = java.util.stream.IntStream.range(0, n)
                    .filter(j -> j != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> distance(points, self, j)))
                    .limit(7)
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] found = new int[7];
            Arrays.setAll(found, rank -> table.neighbour(self, rank));
            assertEquals(Arrays.toString(expected), Arrays.toString(found));
        }
    }

    private static double distance(float[] points, int i, int j) {
        double sum = 0;
        for (int d = 0; d < 3; d++) {
            double difference = points[3 * i + d] - points[3 * j + d];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void aPointHasNoVoteForItself() {
        NeighbourTable table = of(new float[] {0, 1, 10, 11}, 1, 1);
        assertEquals(1.0, table.accuracy(new int[] {4, 4, 7, 7}, 1));
        assertEquals(0.0, table.accuracy(new int[] {4, 7, 4, 7}, 1));
        assertEquals(0.5, table.accuracy(new int[] {4, 4, 4, 7}, 1));
    }

    @Test
    void ofEqualVotesTheClassOfTheNearestWins() {
        NeighbourTable table = of(new float[] {0, 1, 3, 100}, 1, 2);
        assertEquals(0.5, table.accuracy(new int[] {1, 1, 2, 3}, 2), "0 and 1 are told by each other");
    }

    @Test
    void wrongInputIsRefusedAndWorkCanBeBrokenOff() {
        assertThrows(IllegalArgumentException.class, () -> of(new float[5], 2, 1));
        assertThrows(IllegalArgumentException.class, () -> of(new float[4], 2, 2));
        assertThrows(
                IllegalArgumentException.class, () -> of(new float[4], 2, 1).accuracy(new int[3], 1));
        assertThrows(CancellationException.class, () -> NeighbourTable.of(new float[4], 2, 1, () -> true));
    }
}
