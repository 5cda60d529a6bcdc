package hourglass.engine.train;

import hourglass.core.data.ImageSet;
import hourglass.core.noise.Noise;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import java.util.function.BooleanSupplier;

/** Measures of a network on a whole image set, in chunks that leave memory flat. */
public final class Evaluation {
    /** Images measured at a time. */
    public static final int CHUNK = 500;

    /** Test noise has its own stream, the same for every network. */
    private static final long NOISE_SEED = 20_260_101L;

    private Evaluation() {}

    /**
     * Losses on test images.
     *
     * @param perPixel mean loss per pixel, of the model's kind; of a variational network its reconstruction part, decoded
     *     from one sample of each image's distribution
     * @param kl KL divergence from the prior in nats per image; 0 where the network is not variational
     */
    public record Losses(double perPixel, double kl) {
        /** Where measuring was broken off. */
        public static final Losses NOT_MEASURED = new Losses(Double.NaN, Double.NaN);
    }

    /** Mean losses over the first {@code count} images; noise as in training, the same at each call. */
    public static Losses losses(
            Network network, ImageSet images, Experiment experiment, int count, BooleanSupplier cancelled) {
        double perPixel = 0;
        double kl = 0;
        int done = 0;
        while (done < count && !cancelled.getAsBoolean()) {
            int n = Math.min(CHUNK, count - done);
            float[] clean = images.images(done, n);
            float[] inputs = spoilt(clean, images, experiment.noise(), done);
            float[] output;
            if (experiment.model().isVariational()) {
                float[] posterior = network.posterior(inputs, n);
                kl += Posteriors.klPerDimension(posterior, n).sum() * n;
                output = network.decode(Posteriors.sample(posterior, n, NOISE_SEED - 1 - done), n);
            } else {
                output = network.reconstruct(inputs, n);
            }
            perPixel += n * blockLoss(output, clean, experiment.model().loss());
            done += n;
        }
        return done == 0 ? Losses.NOT_MEASURED : new Losses(perPixel / done, kl / done);
    }

    /**
     * The images as a network trained with this noise meets them, {@code [n × pixels]}; {@code clean} itself where there is
     * none. Blocks of {@link #CHUNK} images from the first on give the very noise of {@link #losses}.
     *
     * @param first number of the first image
     */
    public static float[] spoilt(float[] clean, ImageSet images, NoiseSpec noise, int first) {
        if (!noise.isNoisy()) {
            return clean;
        }
        float[] noisy = new float[clean.length];
        Noise.apply(noise, images.pixelsPerImage(), images.width(), clean, noisy, NOISE_SEED + first);
        return noisy;
    }

    /** Mean squared error per pixel over all images. */
    public static double meanSquaredError(Network network, ImageSet images, BooleanSupplier cancelled) {
        double sum = 0;
        int done = 0;
        while (done < images.size() && !cancelled.getAsBoolean()) {
            int n = Math.min(CHUNK, images.size() - done);
            float[] clean = images.images(done, n);
            sum += n * blockLoss(network.reconstruct(clean, n), clean, Loss.MEAN_SQUARED_ERROR);
            done += n;
        }
        return sum / done;
    }

    /** Codes of all images, {@code [images.size() × codeSize]}. */
    public static float[] codes(Network network, ImageSet images, BooleanSupplier cancelled) {
        int size = network.spec().codeSize();
        float[] codes = new float[images.size() * size];
        for (int done = 0; done < images.size() && !cancelled.getAsBoolean(); done += CHUNK) {
            int n = Math.min(CHUNK, images.size() - done);
            float[] part = network.encode(images.images(done, n), n);
            System.arraycopy(part, 0, codes, done * size, n * size);
        }
        return codes;
    }

    private static double blockLoss(float[] output, float[] clean, Loss loss) {
        double sum = 0;
        for (int i = 0; i < clean.length; i++) {
            sum += switch (loss) {
                case MEAN_SQUARED_ERROR -> squared(output[i] - clean[i]);
                case BINARY_CROSS_ENTROPY -> crossEntropy(output[i], clean[i]);
            };
        }
        return sum / clean.length;
    }

    private static double squared(double difference) {
        return difference * difference;
    }

    /** Clamped where a float sigmoid cannot tell its output from 0 or 1. */
    private static double crossEntropy(double output, double clean) {
        double p = Math.max(1e-7, Math.min(1 - 1e-7, output));
        return -clean * Math.log(p) - (1 - clean) * Math.log1p(-p);
    }
}
