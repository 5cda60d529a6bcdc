package hourglass.core.data;

import java.util.SplittableRandom;

/** What the first k principal components leave over, by subspace iteration: enough for a bound in a test. */
final class PrincipalError {
    private static final int ROUNDS = 12;

    private PrincipalError() {}

    /** Mean squared error per pixel of the best rank-k picture of a set, pixels in [0, 1]. */
    static double of(ImageSet set, int k) {
        double[][] covariance = covariance(set);
        int d = covariance.length;
        double[][] basis = new double[k][d];
        SplittableRandom random = new SplittableRandom(1);
        for (double[] vector : basis) {
            for (int i = 0; i < d; i++) {
                vector[i] = random.nextDouble() - 0.5;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            orthonormalise(basis);
            for (int v = 0; v < k; v++) {
                basis[v] = times(covariance, basis[v]);
            }
        }
        orthonormalise(basis);
        double left = 0;
        for (int i = 0; i < d; i++) {
            left += covariance[i][i];
        }
        for (double[] vector : basis) {
            left -= dot(vector, times(covariance, vector));
        }
        return left / d;
    }

    private static double[][] covariance(ImageSet set) {
        int d = set.pixelsPerImage();
        double[] mean = new double[d];
        for (int i = 0; i < set.size(); i++) {
            float[] image = set.image(i);
            for (int p = 0; p < d; p++) {
                mean[p] += image[p] / set.size();
            }
        }
        double[][] result = new double[d][d];
        for (int i = 0; i < set.size(); i++) {
            float[] image = set.image(i);
            for (int p = 0; p < d; p++) {
                double scaled = (image[p] - mean[p]) / set.size();
                for (int q = 0; q < d; q++) {
                    result[p][q] += scaled * (image[q] - mean[q]);
                }
            }
        }
        return result;
    }

    private static void orthonormalise(double[][] basis) {
        for (int v = 0; v < basis.length; v++) {
            for (int u = 0; u < v; u++) {
                double along = dot(basis[u], basis[v]);
                for (int i = 0; i < basis[v].length; i++) {
                    basis[v][i] -= along * basis[u][i];
                }
            }
            double length = Math.sqrt(dot(basis[v], basis[v]));
            for (int i = 0; i < basis[v].length; i++) {
                basis[v][i] /= length;
            }
        }
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = dot(matrix[i], vector);
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
