package hourglass.session.measure;

import hourglass.core.data.ImageBlock;
import hourglass.core.noise.Noise;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;

/** Noise-then-reconstruct: what reaches the network is the spoilt image, never the clean one. */
public final class Denoising {
    private Denoising() {}

    /**
     * The images as the network meets them.
     *
     * @param clean {@code [0, 1]}
     * @param seed decides the noise; kept while the level changes, the noise grows in place
     */
    public static ImageBlock spoil(ImageBlock clean, NoiseSpec noise, long seed) {
        float[] pixels = clean.toArray();
        Noise.apply(noise, clean.pixelsPerImage(), clean.width(), pixels, pixels, seed);
        return ImageBlock.copyOf(clean.width(), clean.height(), pixels);
    }

    /** What the network makes of spoilt images. */
    public static ImageBlock denoise(Network network, ImageBlock noisy) {
        float[] output = network.reconstruct(noisy.toArray(), noisy.count());
        return ImageBlock.copyOf(noisy.width(), noisy.height(), output);
    }
}
