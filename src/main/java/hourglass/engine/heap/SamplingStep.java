package hourglass.engine.heap;

import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.Activation;

/**
 * Means and log-variances {@code [n × 2 · latent]} to codes {@code [n × latent]}: in training a sample {@code µ + σ ε}, else
 * the mean (Kingma and Welling 2013). The numbers ε depend on the seed and the step alone.
 */
final class SamplingStep extends LayerStep {
    private static final long STREAM = 0x9E3779B97F4A7C15L;

    private final int latent;
    private final long seed;
    private final double[] klOfPart = new double[MOST_PARTS];
    private float[] noise = new float[0];
    private float pull;

    SamplingStep(int latent, long seed) {
        super(new Shape(2 * latent, latent, 0, 0), Activation.LINEAR);
        this.latent = latent;
        this.seed = seed;
    }

    /** Seed of the numbers ε of one step, for image after image. */
    static long noiseSeed(long seed, long iteration) {
        return seed + STREAM * (iteration + 1);
    }

    /** Seed of ε of a step of this network. */
    long seedOf(long iteration) {
        return noiseSeed(seed, iteration);
    }

    /** Draws ε for a batch and takes the weight of one nat per image in the loss per pixel. */
    void draw(int n, long iteration, double klWeight) {
        if (noise.length < n * latent) {
            noise = new float[n * latent];
        }
        NormalNumbers.fill(noise, n * latent, noiseSeed(seed, iteration));
        pull = (float) (klWeight / n);
    }

    /** Divergence of the batch in nats per image. */
    double kl(int parts, int n) {
        double sum = 0;
        for (int part = 0; part < parts; part++) {
            sum += klOfPart[part];
        }
        return sum / n;
    }

    @Override
    int weightCount() {
        return 0;
    }

    @Override
    void prepare(float[] weights, int at, float[] biases, int biasAt) {}

    /** The means alone. */
    @Override
    void forward(float[] in, Part part) {
        for (int image = part.from(); image < part.from() + part.count(); image++) {
            System.arraycopy(in, image * 2 * latent, out(), image * latent, latent);
        }
    }

    @Override
    void sums(float[] in, Part part) {
        forward(in, part);
    }

    /** A sample, with the divergence it costs. */
    void sample(float[] in, Part part) {
        double kl = 0;
        for (int image = part.from(); image < part.from() + part.count(); image++) {
            for (int d = 0; d < latent; d++) {
                float mean = in[image * 2 * latent + d];
                float logVariance = in[image * 2 * latent + latent + d];
                float deviation = (float) Math.exp(0.5f * logVariance);
                out()[image * latent + d] = mean + deviation * noise[image * latent + d];
                kl += 0.5 * ((double) mean * mean + (double) deviation * deviation - 1 - logVariance);
            }
        }
        klOfPart[part.number()] = kl;
    }

    /** {@code below} is the error at means and log-variances; what was sampled from is told by {@code in}. */
    void below(float[] in, float[] below, Part part) {
        for (int image = part.from(); image < part.from() + part.count(); image++) {
            for (int d = 0; d < latent; d++) {
                int mean = image * 2 * latent + d;
                int at = image * latent + d;
                float deviation = (float) Math.exp(0.5f * in[mean + latent]);
                below[mean] = delta()[at] + pull * in[mean];
                below[mean + latent] =
                        0.5f * delta()[at] * noise[at] * deviation + 0.5f * pull * (deviation * deviation - 1);
            }
        }
    }

    @Override
    void below(float[] below, Part part) {
        throw new IllegalStateException("the error below a sample depends on what it was drawn from");
    }

    @Override
    void share(float[] in, Part part) {}

    @Override
    void derive(Part part) {}

    @Override
    int pieces() {
        return 0;
    }

    @Override
    Range gradient(float[] in, int n, int parts, int piece, float[] gradient, int at) {
        throw new IllegalStateException("a sampling layer has no weights");
    }
}
