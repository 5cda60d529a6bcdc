package hourglass.engine.embed;

import hourglass.core.noise.NormalNumbers;

/**
 * Points made ready for a map: on one scale, no two the same, no number that is not finite.
 *
 * <p>Codes are standardised coordinate by coordinate, so that one with large numbers does not drown the others; but one
 * that hardly varies at all (a unit that never fires, a latent dimension the prior has swallowed) is not blown up to the
 * size of those that speak. Pixels keep their proportions to each other, as black borders should stay quiet.
 */
public final class EmbedderPoints {
    /** How coordinates are scaled. */
    public enum Scale {
        /** Each to standard deviation 1. */
        EACH,
        /** All by the same factor. */
        TOGETHER
    }

    /** Coordinates with less than this share of the largest standard deviation are scaled as if they had it. */
    private static final double QUIET = 0.05;

    /** Standard deviation of what keeps equal points apart, in standard deviations of a coordinate. */
    private static final float JITTER = 1e-4f;

    private EmbedderPoints() {}

    /**
     * Scales points and moves each by a hair.
     *
     * @param points {@code [n × dimension]}
     * @param seed draws the hair's direction
     * @return fresh, {@code [n][columns]}; {@code columns} may exceed {@code dimension} by one of zeros, which changes no
     *     distance, so that it never equals {@code n}
     * @throws IllegalArgumentException in one sentence if a number is not finite or all points are the same
     */
    public static double[][] prepare(float[] points, int dimension, Scale scale, long seed) {
        checkFinite(points);
        int n = points.length / dimension;
        double[] means = means(points, n, dimension);
        double[] factors = factors(deviations(points, n, dimension, means), scale);
        float[] hair = new float[points.length];
        NormalNumbers.fill(hair, hair.length, seed);
        double[][] rows = new double[n][dimension == n ? dimension + 1 : dimension];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < dimension; d++) {
                int at = i * dimension + d;
                rows[i][d] = (points[at] - means[d]) * factors[d] + JITTER * hair[at];
            }
        }
        return rows;
    }

    private static void checkFinite(float[] points) {
        for (float value : points) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "The codes cannot be put on a map because some of them are not numbers;"
                                + " the network’s training has diverged.");
            }
        }
    }

    private static double[] means(float[] points, int n, int dimension) {
        double[] means = new double[dimension];
        for (int i = 0; i < points.length; i++) {
            means[i % dimension] += (double) points[i] / n;
        }
        return means;
    }

    private static double[] deviations(float[] points, int n, int dimension, double[] means) {
        double[] squares = new double[dimension];
        for (int i = 0; i < points.length; i++) {
            double difference = points[i] - means[i % dimension];
            squares[i % dimension] += difference * difference / n;
        }
        for (int d = 0; d < dimension; d++) {
            squares[d] = Math.sqrt(squares[d]);
        }
        return squares;
    }

    private static double[] factors(double[] deviations, Scale scale) {
        double largest = 0;
        for (double deviation : deviations) {
            largest = Math.max(largest, deviation);
        }
        if (!(largest > 1e-12)) {
            throw new IllegalArgumentException(
                    "There is nothing to map because all codes are the same; the network has learnt nothing yet.");
        }
        double[] factors = new double[deviations.length];
        for (int d = 0; d < factors.length; d++) {
            double deviation = scale == Scale.EACH ? Math.max(deviations[d], QUIET * largest) : largest;
            factors[d] = 1 / deviation;
        }
        return factors;
    }
}
