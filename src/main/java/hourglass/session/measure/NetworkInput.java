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
            float[] one = Arrays.copyOfRange(pixels, i * each, (i + 1) * each);
            Noise.apply(noise, each, set.width(), one, one, SEED + images[i]);
            System.arraycopy(one, 0, pixels, i * each, each);
        }
        return pixels;
    }

    /** Of {@code count} images of {@code set} from {@code first} on. */
    public float[] of(ImageSet set, int first, int count) {
        return of(set, IntStream.range(first, first + count).toArray());
    }
}
