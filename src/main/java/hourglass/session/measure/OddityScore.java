package hourglass.session.measure;

import hourglass.core.spec.ModelSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How odd an image looks, as a number; the larger the odder. */
public enum OddityScore {
    /** Mean squared error per pixel of the reconstruction. */
    SQUARED_ERROR,
    /** Binary cross-entropy of the reconstruction, in nats per image. */
    CROSS_ENTROPY,
    /** The negative importance-weighted bound on the log-likelihood, in nats per image; of variational networks. */
    NEGATIVE_ELBO,
    /** Mean distance of the code to the nearest codes of training images. */
    CODE_DISTANCE,
    /** Mean of the pixels, 0 … 1: the rival that has learnt nothing. */
    BRIGHTNESS;

    /** Its name in files, such as "squared-error". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is there as soon as the images have been reconstructed once. */
    public boolean isQuick() {
        return this == SQUARED_ERROR || this == CROSS_ENTROPY || this == BRIGHTNESS;
    }

    /** Those that a network has. */
    public static List<OddityScore> of(ModelSpec model) {
        return Arrays.stream(values())
                .filter(score -> score != NEGATIVE_ELBO || model.isVariational())
                .toList();
    }
}
