package hourglass.engine.embed.own;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Lanes;
import hourglass.core.noise.NormalNumbers;
import hourglass.session.concurrent.Crew;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForcesTest {
    private static final int DIMENSION = 3;

    private static float[] normal(int count, float deviation, long seed) {
        float[] numbers = new float[count];
        NormalNumbers.fill(numbers, count, seed);
        for (int i = 0; i < count; i++) {
            numbers[i] *= deviation;
        }
        return numbers;
    }

    private static double[][] table(Affinities affinities) {
        double[][] joint = new double[affinities.size()][affinities.size()];
        for (int i = 0; i < affinities.size(); i++) {
            for (int pair = affinities.start(i); pair < affinities.start(i + 1); pair++) {
                joint[i][affinities.other(pair)] = affinities.weight(pair);
            }
        }
        return joint;
    }

    private static double q(float[] x, float[] y, int i, int j) {
        double dx = (double) x[i] - x[j];
        double dy = (double) y[i] - y[j];
        return 1 / (1 + dx * dx + dy * dy);
    }

    /** The formula as it stands in the paper, in doubles; along the other coordinate with the arguments exchanged. */
    private static double[] reference(double[][] joint, float[] x, float[] y, double exaggeration) {
        int n = x.length;
        double sum = -n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += q(x, y, i, j);
            }
        }
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double q = q(x, y, i, j);
                gradient[i] += 4 * (exaggeration * joint[i][j] - q / sum) * q * ((double) x[i] - x[j]);
            }
        }
        return gradient;
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 255, 256, 257, 600})
    void theGradientIsThatOfTheFormula(int n) {
        Affinities affinities = Affinities.of(normal(n * DIMENSION, 1, 5), DIMENSION, 6, Lanes.ALONE);
        float[] x = normal(n, 5, 6);
        float[] y = normal(n, 3, 7);
        float[] gradientX = new float[n];
        float[] gradientY = new float[n];
        new Forces(affinities, Lanes.ALONE).gradient(x, y, 12, gradientX, gradientY);
        compare(reference(table(affinities), x, y, 12), gradientX);
        compare(reference(table(affinities), y, x, 12), gradientY);
    }

    private static void compare(double[] expected, float[] got) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < got.length; i++) {
            assertEquals(expected[i], got[i], 1e-5 * largest);
        }
    }

    @Test
    void lanesChangeNoBit() {
        int n = 700;
        float[] points = normal(n * DIMENSION, 1, 5);
        float[] x = normal(n, 5, 6);
        float[] y = normal(n, 3, 7);
        float[][] alone = gradient(points, x, y, Lanes.ALONE);
        try (Crew crew = new Crew(3, Thread.NORM_PRIORITY)) {
            float[][] spread = gradient(points, x, y, crew);
            assertArrayEquals(alone[0], spread[0]);
            assertArrayEquals(alone[1], spread[1]);
        }
    }

    private static float[][] gradient(float[] points, float[] x, float[] y, Lanes lanes) {
        float[][] gradient = new float[2][x.length];
        new Forces(Affinities.of(points, DIMENSION, 6, lanes), lanes).gradient(x, y, 1, gradient[0], gradient[1]);
        return gradient;
    }

    @Test
    void affinitiesAreSymmetricAndSumToOne() {
        int n = 90;
        Affinities affinities = Affinities.of(normal(n * DIMENSION, 1, 5), DIMENSION, 6, Lanes.ALONE);
        double[][] joint = table(affinities);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            assertEquals(0, joint[i][i]);
            double row = 0;
            for (int j = 0; j < n; j++) {
                assertEquals(joint[i][j], joint[j][i], 1e-9);
                row += joint[i][j];
            }
            assertTrue(row >= 0.5 / n - 1e-6, "each point listens to others with half the weight it has");
            sum += row;
        }
        assertEquals(1, sum, 1e-5);
    }

    @Test
    void thePerplexityIsHowManyNeighboursAreListenedTo() {
        // On a circle all points are alike: what one listens to is what it is listened to by.
        int n = 100;
        float[] circle = new float[2 * n];
        for (int i = 0; i < n; i++) {
            circle[2 * i] = (float) Math.cos(2 * Math.PI * i / n);
            circle[2 * i + 1] = (float) Math.sin(2 * Math.PI * i / n);
        }
        double[][] joint = table(Affinities.of(circle, 2, 8, Lanes.ALONE));
        for (double[] row : joint) {
            double entropy = 0;
            for (double weight : row) {
                entropy -= weight > 0 ? n * weight * Math.log(n * weight) : 0;
            }
            assertEquals(8, Math.exp(entropy), 0.05);
        }
    }
}
