package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.core.noise.Noise;
import hourglass.core.spec.NoiseSpec;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a network is given of images: the images themselves, or spoilt ones, each of them always in the same way, alone or
 * among others.
 *
 * @param noise how they are spoilt
 */
public record NetworkInput(NoiseSpec noise) {
    /** The images themselves. */
    public static final NetworkInput CLEAN = new NetworkInput(NoiseSpec.CLEAN);

    private static final long SEED = 20_261_128L;

    /** Whether the images are spoilt at all. */
    public boolean isNoisy() {
        return noise.isNoisy();
    }

    /** Of these images of {@code set}: {@code [n × pixels]}. */
    public float[] of(ImageSet set, int[] images) {
        float[] pixels = set.images(images);
        int each = set.pixelsPerImage();
        for (int i = 0; isNoisy() && i < images.length; i++) {
            float[] one = of(Arrays.copyOfRange(pixels, i * each, (i + 1) * each), set.width(), images[i]);
            System.arraycopy(one, 0, pixels, i * each, each);
        }
        return pixels;
    }

    /**
     * Of one image.
     *
     * @param image its pixels
     * @param width pixels per row
     * @param place tells images apart: at the same place the same noise
     */
    public float[] of(float[] image, int width, long place) {
        float[] one = image.clone();
        if (isNoisy()) {
            Noise.apply(noise, one.length, width, one, one, SEED + place);
        }
        return one;
    }

    /** Of {@code count} images of {@code set} from {@code first} on. */
    public float[] of(ImageSet set, int first, int count) {
        return of(set, IntStream.range(first, first + count).toArray());
    }
}
