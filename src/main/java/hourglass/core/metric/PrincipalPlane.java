package hourglass.core.metric;

import java.util.function.BooleanSupplier;

/**
 * The first two principal components of any points, such as codes; for images and more components there is {@link
 * PcaBasis}. Exact; signs are fixed, so equal points give equal components.
 */
public final class PrincipalPlane {
    private PrincipalPlane() {}

    /**
     * Projects points onto the plane in which they vary most.
     *
     * @param points {@code [n × dimension]}, finite, at least one
     * @return centred, {@code [n × 2]}; the second column is 0 where {@code dimension} is 1
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public static float[] scores(float[] points, int dimension, BooleanSupplier cancelled) {
        if (dimension < 1 || points.length == 0 || points.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "expected whole points of " + dimension + " numbers, got " + points.length + " numbers");
        }
        int n = points.length / dimension;
        double[] means = means(points, n, dimension);
        double[][] covariance = covariance(points, n, means, cancelled);
        double[][] axes = SymmetricEigen.of(covariance, cancelled).vectors();
        float[] scores = new float[2 * n];
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < Math.min(2, dimension); axis++) {
                double sum = 0;
                for (int d = 0; d < dimension; d++) {
                    sum += axes[axis][d] * (points[i * dimension + d] - means[d]);
                }
                scores[2 * i + axis] = (float) sum;
            }
        }
        return scores;
    }

    private static double[] means(float[] points, int n, int dimension) {
        double[] means = new double[dimension];
        for (int i = 0; i < points.length; i++) {
            means[i % dimension] += (double) points[i] / n;
        }
        return means;
    }

    private static double[][] covariance(float[] points, int n, double[] means, BooleanSupplier cancelled) {
        int dimension = means.length;
        double[][] result = new double[dimension][dimension];
        double[] centred = new double[dimension];
        for (int i = 0; i < n; i++) {
            if (i % 64 == 0) {
                Cancellation.check(cancelled);
            }
            for (int d = 0; d < dimension; d++) {
                centred[d] = (points[i * dimension + d] - means[d]) / Math.sqrt(n);
            }
            for (int row = 0; row < dimension; row++) {
                addMultiple(result[row], centred, centred[row]);
            }
        }
        return result;
    }

    private static void addMultiple(double[] target, double[] source, double factor) {
        if (factor != 0) {
            for (int j = 0; j < target.length; j++) {
                target[j] += factor * source[j];
            }
        }
    }
}
