package hourglass.engine.train;

import hourglass.core.noise.NormalNumbers;
import java.util.Arrays;

/**
 * Arithmetic on what a variational encoder says: blocks {@code [n × 2 · latent]} of means and log-variances, as {@link
 * hourglass.engine.model.Network#posterior} gives them. Pure.
 */
public final class Posteriors {
    private Posteriors() {}

    /**
     * KL divergence from the standard normal distribution, {@code ½ (μ² + σ² − 1 − log σ²)}, mean over the images.
     *
     * @param perDimension nats, {@code [latent]}
     */
    @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
    public record Divergence(double[] perDimension) {
        /** Copies the numbers. */
        public Divergence {
            perDimension = perDimension.clone();
        }

        @Override
        public double[] perDimension() {
            return perDimension.clone();
        }

        /** Nats per image. */
        public double sum() {
            return Arrays.stream(perDimension).sum();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Divergence d && Arrays.equals(perDimension, d.perDimension);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(perDimension);
        }
    }

    /** Of {@code n} images. */
    public static Divergence klPerDimension(float[] posterior, int n) {
        int latent = posterior.length / n / 2;
        double[] sums = new double[latent];
        for (int row = 0; row < n; row++) {
            for (int d = 0; d < latent; d++) {
                double mean = posterior[row * 2 * latent + d];
                double logVariance = posterior[row * 2 * latent + latent + d];
                sums[d] += 0.5 * (mean * mean + Math.exp(logVariance) - 1 - logVariance) / n;
            }
        }
        return new Divergence(sums);
    }

    /** One code {@code [n × latent]} from each image's distribution; the same seed draws the same. */
    public static float[] sample(float[] posterior, int n, long seed) {
        int latent = posterior.length / n / 2;
        float[] codes = new float[n * latent];
        NormalNumbers.fill(codes, codes.length, seed);
        for (int row = 0; row < n; row++) {
            for (int d = 0; d < latent; d++) {
                float mean = posterior[row * 2 * latent + d];
                float logVariance = posterior[row * 2 * latent + latent + d];
                int at = row * latent + d;
                codes[at] = mean + (float) Math.exp(0.5 * logVariance) * codes[at];
            }
        }
        return codes;
    }
}
