package hourglass.core.latent;

import org.apache.commons.math3.special.Erf;

/**
 * Quantiles of the standard normal distribution: places that split the prior of a variational autoencoder into parts of
 * equal probability (Kingma and Welling 2013, figure 4).
 */
public final class GaussianQuantiles {
    /** Probability below the first of {@link #at}. */
    public static final double FIRST = 0.05;
    /** Probability below the last of {@link #at}. */
    public static final double LAST = 0.95;

    private GaussianQuantiles() {}

    /**
     * Quantiles at {@code n} probabilities evenly spaced from {@value #FIRST} to {@value #LAST}, ascending and symmetric
     * around 0: about −1.645 … 1.645.
     *
     * @param n 1 or more; a single one is the median, 0
     * @return {@code [n]}
     */
    public static double[] at(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("expected at least 1 quantile, got " + n);
        }
        double[] result = new double[n];
        for (int i = 0; i < n / 2; i++) {
            double probability = FIRST + (LAST - FIRST) * i / (n - 1);
            result[i] = Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
            result[n - 1 - i] = -result[i];
        }
        return result;
    }
}
