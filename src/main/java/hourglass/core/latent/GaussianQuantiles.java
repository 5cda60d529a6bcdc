package hourglass.core.latent;

/**
 * Quantiles of the standard normal distribution: places that split the prior of a variational autoencoder into parts of
 * equal probability (Kingma and Welling 2013, figure 4).
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits stand as the paper prints them
public final class GaussianQuantiles {
    /** Probability below the first of {@link #at}. */
    public static final double FIRST = 0.05;
    /** Probability below the last of {@link #at}. */
    public static final double LAST = 0.95;

    private static final double[] CENTRE_ABOVE = {
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080
    };
    private static final double[] CENTRE_BELOW = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1
    };
    private static final double[] MIDDLE_ABOVE = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258,
        3.64784832476320460504,
        5.76949722146069140550,
        4.63033784615654529590,
        1.42343711074968357734
    };
    private static final double[] MIDDLE_BELOW = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940,
        2.05319162663775882187,
        1
    };
    private static final double[] TAIL_ABOVE = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580,
        5.46378491116411436990,
        6.65790464350110377720
    };
    private static final double[] TAIL_BELOW = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1
    };

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
            result[i] = quantile(FIRST + (LAST - FIRST) * i / (n - 1));
            result[n - 1 - i] = -result[i];
        }
        return result;
    }

    /**
     * The number below which a standard normal number lies with this probability, to about 16 digits (Wichura 1988,
     * algorithm AS 241, PPND16).
     *
     * @param probability 0 … 1; the ends give −∞ and ∞
     */
    public static double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("expected a probability from 0 to 1, got " + probability);
        }
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * ratio(0.180625 - q * q, CENTRE_ABOVE, CENTRE_BELOW);
        }
        double tail = Math.min(probability, 1 - probability);
        if (tail == 0) {
            return Math.copySign(Double.POSITIVE_INFINITY, q);
        }
        double r = Math.sqrt(-Math.log(tail));
        double size = r <= 5 ? ratio(r - 1.6, MIDDLE_ABOVE, MIDDLE_BELOW) : ratio(r - 5, TAIL_ABOVE, TAIL_BELOW);
        return Math.copySign(size, q);
    }

    private static double ratio(double r, double[] above, double[] below) {
        return polynomial(r, above) / polynomial(r, below);
    }

    private static double polynomial(double r, double[] coefficients) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * r + coefficient;
        }
        return sum;
    }
}
