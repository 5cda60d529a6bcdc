package hourglass.engine.train;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The importance-weighted bound on the log-likelihood of images under a variational autoencoder (Burda, Grosse and
 * Salakhutdinov 2016): with {@code z₁ … z_k} drawn from the encoder's {@code q(z | x)},
 *
 * <pre>log p(x) ≥ E[ log 1/k Σ p(x | zᵢ) p(zᵢ) / q(zᵢ | x) ]</pre>
 *
 * <p>which is the ELBO for {@code k = 1} and rises to {@code log p(x)} with {@code k}. With {@code z = μ + σ ε} the ratio of
 * prior and encoder needs no constants: {@code log p(z) − log q(z | x) = Σ ½ (ε² + log σ² − z²)}. Weights are summed as
 * logarithms in double precision.
 *
 * <p>Every image draws from a stream of its own, so its bound does not depend on which others are measured with it.
 *
 * @param likelihood what the decoder's output means
 * @param samples k, at least 1
 * @param seed of all samples
 */
public record ImportanceWeighting(Likelihood likelihood, int samples, long seed) {
    /** Samples of each image in reports. */
    public static final int REPORT_SAMPLES = 64;

    private static final long REPORT_SEED = 20_260_103L;

    /** Checks the number of samples. */
    public ImportanceWeighting {
        if (samples < 1) {
            throw new IllegalArgumentException("expected at least 1 sample, got " + samples);
        }
    }

    /** As in reports: {@link #REPORT_SAMPLES} samples of a fixed seed. */
    public static ImportanceWeighting ofReports(Likelihood likelihood) {
        return new ImportanceWeighting(likelihood, REPORT_SAMPLES, REPORT_SEED);
    }

    /**
     * Mean bound over all images, in nats per image.
     *
     * @param network variational
     * @param noise what the encoder sees the images through, as {@link Evaluation#losses} does; the bound is on the
     *     likelihood of the clean ones
     * @param cancelled asked between images
     * @return NaN where it was cancelled
     */
    public double logLikelihood(Network network, ImageSet images, NoiseSpec noise, BooleanSupplier cancelled) {
        int pixels = images.pixelsPerImage();
        double sum = 0;
        for (int first = 0; first < images.size(); first += Evaluation.CHUNK) {
            int n = Math.min(Evaluation.CHUNK, images.size() - first);
            float[] clean = images.images(first, n);
            float[] posterior = network.posterior(Evaluation.spoilt(clean, images, noise, first), n);
            for (int i = 0; i < n; i++) {
                if (cancelled.getAsBoolean()) {
                    return Double.NaN;
                }
                sum += ofBlock(network, clean, posterior, i, first + i, pixels);
            }
        }
        return sum / images.size();
    }

    /**
     * The bound of each image, in nats, with the images themselves seen by the encoder.
     *
     * @param network variational
     * @param images {@code [n × pixels]}
     * @param first number of the first of them, which decides its samples
     * @return {@code [n]}
     */
    public double[] perImage(Network network, float[] images, int n, int first) {
        float[] posterior = network.posterior(images, n);
        double[] bounds = new double[n];
        Arrays.setAll(bounds, i -> ofBlock(network, images, posterior, i, first + i, images.length / n));
        return bounds;
    }

    private double ofBlock(Network network, float[] images, float[] posterior, int i, int number, int pixels) {
        int each = posterior.length / (images.length / pixels);
        float[] image = Arrays.copyOfRange(images, i * pixels, (i + 1) * pixels);
        return ofImage(network, image, Arrays.copyOfRange(posterior, i * each, (i + 1) * each), number);
    }

    /** The bound of one image {@code [pixels]} with its means and log-variances {@code [2 · latent]}. */
    private double ofImage(Network network, float[] image, float[] posterior, int number) {
        int latent = posterior.length / 2;
        float[] codes = new float[samples * latent];
        NormalNumbers.fill(codes, codes.length, seed * 0x9E3779B97F4A7C15L + number);
        double[] logWeights = new double[samples];
        for (int s = 0; s < samples; s++) {
            for (int d = 0; d < latent; d++) {
                double epsilon = codes[s * latent + d];
                double logVariance = posterior[latent + d];
                double z = posterior[d] + Math.exp(0.5 * logVariance) * epsilon;
                logWeights[s] += 0.5 * (epsilon * epsilon + logVariance - z * z);
                codes[s * latent + d] = (float) z;
            }
        }
        double[] nats = negativeLogLikelihoods(image, network.decode(codes, samples));
        Arrays.setAll(logWeights, s -> logWeights[s] - nats[s]);
        return logMeanExp(logWeights);
    }

    /** {@code −log p(x | z)} of one image under each of the decoded ones, {@code [samples]}. */
    private double[] negativeLogLikelihoods(float[] image, float[] decoded) {
        int pixels = image.length;
        float[] repeated = new float[decoded.length];
        for (int s = 0; s < samples; s++) {
            System.arraycopy(image, 0, repeated, s * pixels, pixels);
        }
        return switch (likelihood) {
            case BERNOULLI -> Errors.crossEntropyPerImage(repeated, decoded, pixels);
            case GAUSSIAN ->
                Arrays.stream(Errors.perImage(repeated, decoded, pixels))
                        .map(error -> likelihood.natsPerImage(error, pixels))
                        .toArray();
        };
    }

    /** {@code log 1/k Σ e^vᵢ}, without the overflow. */
    static double logMeanExp(double[] values) {
        double most = Arrays.stream(values).max().orElseThrow();
        if (!Double.isFinite(most)) {
            return most;
        }
        double sum = Arrays.stream(values).map(value -> Math.exp(value - most)).sum();
        return most + Math.log(sum / values.length);
    }
}
