package hourglass.session.run;

import hourglass.core.data.ImageSet;
import hourglass.core.noise.Noise;
import hourglass.core.spec.NoiseSpec;
import java.util.ArrayList;
import java.util.List;

/** Chooses the fixed test images of the live strip: the first of each class, then the second, up to twenty. */
public final class PreviewImages {
    private static final int MOST = 20;
    private static final long SEED = 20_260_102L;

    private PreviewImages() {}

    /** Indices into the test set. */
    public static int[] of(ImageSet test) {
        List<Integer> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < Math.min(MOST, test.size()) && round < test.size(); round++) {
            for (int label = 0; label < test.classCount() && chosen.size() < MOST; label++) {
                int index = nth(test, label, round);
                if (index >= 0) {
                    chosen.add(index);
                }
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The chosen images as a network trained with this noise is shown them; the same at each call. */
    public static float[] inputs(ImageSet test, int[] chosen, NoiseSpec noise) {
        float[] images = test.images(chosen);
        Noise.apply(noise, test.pixelsPerImage(), test.width(), images, images, SEED);
        return images;
    }

    private static int nth(ImageSet test, int label, int n) {
        int seen = 0;
        for (int i = 0; i < test.size(); i++) {
            if (test.label(i) == label && seen++ == n) {
                return i;
            }
        }
        return -1;
    }
}
