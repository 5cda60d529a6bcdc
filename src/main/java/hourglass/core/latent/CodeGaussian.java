package hourglass.core.latent;

import hourglass.core.noise.NormalNumbers;

/**
 * A normal distribution of codes to draw new ones from: the prior N(0, 1) of a variational network, or the one with the
 * mean and the covariance of a network's own codes. Immutable.
 */
public final class CodeGaussian {
    private static final double LEAST_VARIANCE = 1e-10;

    private final double[] mean;
    /** Lower triangle with {@code factor · factorᵀ} the covariance, {@code [d][d]}. */
    private final double[][] factor;

    private CodeGaussian(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** N(0, 1) for each of {@code dimension} numbers. */
    public static CodeGaussian standard(int dimension) {
        double[][] factor = new double[dimension][dimension];
        for (int d = 0; d < dimension; d++) {
            factor[d][d] = 1;
        }
        return new CodeGaussian(new double[dimension], factor);
    }

    /**
     * With the mean and the covariance of codes; numbers that never vary stay what they are.
     *
     * @param codes {@code [n × dimension]}, n at least 1, finite
     */
    public static CodeGaussian fitted(float[] codes, int dimension) {
        if (dimension < 1 || codes.length == 0 || codes.length % dimension != 0) {
            throw new IllegalArgumentException("expected codes of " + dimension + " numbers (at least 1), got "
                    + codes.length + " numbers in all");
        }
        int n = codes.length / dimension;
        double[] mean = new double[dimension];
        for (int i = 0; i < codes.length; i++) {
            mean[i % dimension] += codes[i] / (double) n;
        }
        return new CodeGaussian(mean, factor(covariance(codes, mean)));
    }

    private static double[][] covariance(float[] codes, double[] mean) {
        int d = mean.length;
        int n = codes.length / d;
        double[][] covariance = new double[d][d];
        double[] away = new double[d];
        for (int from = 0; from < codes.length; from += d) {
            for (int i = 0; i < d; i++) {
                away[i] = codes[from + i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += away[i] * away[j] / n;
                }
            }
        }
        return covariance;
    }

    /** Cholesky's, in place; where nothing is left to explain the column is 0. */
    private static double[][] factor(double[][] a) {
        for (int j = 0; j < a.length; j++) {
            for (int k = 0; k < j; k++) {
                a[j][j] -= a[j][k] * a[j][k];
            }
            a[j][j] = a[j][j] > LEAST_VARIANCE ? Math.sqrt(a[j][j]) : 0;
            for (int i = j + 1; i < a.length; i++) {
                for (int k = 0; k < j; k++) {
                    a[i][j] -= a[i][k] * a[j][k];
                }
                a[i][j] = a[j][j] == 0 ? 0 : a[i][j] / a[j][j];
            }
        }
        return a;
    }

    /**
     * Codes drawn at random, {@code [n × dimension]}; the same seed draws the same.
     *
     * @param temperature what the distance from the mean is multiplied by: 1 for the distribution itself, 0 for its mean
     */
    public float[] draw(int n, double temperature, long seed) {
        int d = mean.length;
        float[] normal = new float[n * d];
        NormalNumbers.fill(normal, normal.length, seed);
        float[] codes = new float[n * d];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += factor[i][j] * normal[row * d + j];
                }
                codes[row * d + i] = (float) (mean[i] + temperature * sum);
            }
        }
        return codes;
    }
}
