package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hourglass.core.Computing;
import hourglass.core.metric.NearestNeighbours.LabelledCodes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
    private static double accuracy(float[] train, int[] trainLabels, float[] test, int[] testLabels, int k) {
        return NearestNeighbours.accuracy(
                new LabelledCodes(train, bytes(trainLabels), train.length / trainLabels.length),
                new LabelledCodes(test, bytes(testLabels), train.length / trainLabels.length),
                k,
                Computing.PLAIN,
                () -> false);
    }

    private static byte[] bytes(int[] labels) {
        byte[] result = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            result[i] = (byte) labels[i];
        }
        return result;
    }

    @Test
    void theMajorityOfTheNearestDecides() {
        float[] train = {0, 1, 2, 10};
        int[] labels = {5, 200, 200, 5};
        assertEquals(1, accuracy(train, labels, new float[] {0.1f}, new int[] {5}, 1));
        assertEquals(1, accuracy(train, labels, new float[] {0.1f}, new int[] {200}, 3));
        assertEquals(0.5, accuracy(train, labels, new float[] {0.1f, 9}, new int[] {5, 200}, 1));
    }

    @Test
    void anEqualVoteGoesToTheNearerClass() {
        float[] train = {0, 1, 2, 3};
        int[] labels = {1, 2, 2, 1};
        assertEquals(1, accuracy(train, labels, new float[] {-1}, new int[] {1}, 4));
        assertEquals(1, accuracy(train, labels, new float[] {1.4f}, new int[] {2}, 4));
    }

    @Test
    void randomCodesAgreeWithAPlainSort() {
        SplittableRandom random = new SplittableRandom(99);
        for (int round = 0; round < 20; round++) {
            int dimension = 1 + random.nextInt(7);
            int n = 500 + random.nextInt(700);
            float[] train = floats(random, n * dimension);
            float[] test = floats(random, 30 * dimension);
            int[] trainLabels = random.ints(n, 0, 4).toArray();
            int k = 1 + random.nextInt(9);
            int[] expected = new int[30];
            for (int q = 0; q < 30; q++) {
                expected[q] = plainVote(train, trainLabels, test, q * dimension, dimension, k);
            }
            assertEquals(1, accuracy(train, trainLabels, test, expected, k));
        }
    }

    private static float[] floats(SplittableRandom random, int count) {
        float[] result = new float[count];
        for (int i = 0; i < count; i++) {
            // Few different values, so that equal distances happen.
            result[i] = random.nextInt(12);
        }
        return result;
    }

    private static int plainVote(float[] train, int[] labels, float[] test, int from, int dimension, int k) {
        Integer[] order = new Integer[labels.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> distance(train, i * dimension, test, from, dimension)));
        int[] votes = new int[4];
        for (int i = 0; i < k; i++) {
            votes[labels[order[i]]]++;
        }
        int most = Arrays.stream(votes).max().orElseThrow();
        return Arrays.stream(order)
                .mapToInt(i -> labels[i])
                .filter(c -> votes[c] == most)
                .findFirst()
                .orElseThrow();
    }

    private static double distance(float[] a, int from, float[] b, int bFrom, int dimension) {
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            sum += (a[from + d] - b[bFrom + d]) * (a[from + d] - b[bFrom + d]);
        }
        return sum;
    }

    @Test
    void wrongSizesAreRefusedAndCancelledWorkEnds() {
        LabelledCodes two = new LabelledCodes(new float[4], new byte[2], 2);
        LabelledCodes narrow = new LabelledCodes(new float[2], new byte[2], 1);
        assertThrows(IllegalArgumentException.class, () -> new LabelledCodes(new float[4], new byte[2], 3));
        assertThrows(
                IllegalArgumentException.class,
                () -> NearestNeighbours.accuracy(two, two, 3, Computing.PLAIN, () -> false));
        assertThrows(
                IllegalArgumentException.class,
                () -> NearestNeighbours.accuracy(two, narrow, 1, Computing.PLAIN, () -> false));
        assertThrows(
                CancellationException.class,
                () -> NearestNeighbours.accuracy(two, two, 1, Computing.PLAIN, () -> true));
    }

    /** Far from the origin the bound by products is loose, and rounding could rule out what is nearest. */
    @Test
    void nothingNearIsRuledOutByRounding() {
        SplittableRandom random = new SplittableRandom(7);
        float[] train = floats(random, 900 * 5);
        float[] test = floats(random, 40 * 5);
        int[] labels = random.ints(900, 0, 4).toArray();
        int[] expected = new int[40];
        for (int q = 0; q < 40; q++) {
            expected[q] = plainVote(train, labels, test, q * 5, 5, 3);
        }
        for (int i = 0; i < train.length; i++) {
            train[i] += 1_000_000;
        }
        for (int i = 0; i < test.length; i++) {
            test[i] += 1_000_000;
        }
        assertEquals(1, accuracy(train, labels, test, expected, 3));
    }
}
