package hourglass.session.run;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageSet;
import hourglass.core.noise.Noise;
import hourglass.core.spec.NoiseSpec;

/** Chooses the fixed test images of the live strip: the first of each class, then the second, up to twenty. */
public final class PreviewImages {
    private static final int MOST = 20;
    private static final long SEED = 20_260_102L;

    private PreviewImages() {}

    /** Indices into the test set. */
    public static int[] of(ImageSet test) {
        return ClassTurns.of(test, MOST);
    }

    /** The chosen images as a network trained with this noise is shown them; the same at each call. */
    public static float[] inputs(ImageSet test, int[] chosen, NoiseSpec noise) {
        float[] images = test.images(chosen);
        Noise.apply(noise, test.pixelsPerImage(), test.width(), images, images, SEED);
        return images;
    }
}
