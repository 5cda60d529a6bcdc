package hourglass.core.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an image is spoilt before the network sees it. */
public enum NoiseKind {
    /** Left as it is. */
    NONE(Unit.DEVIATION),
    /** A normal number times the level added to each pixel, then clipped to [0, 1]. */
    GAUSSIAN(Unit.DEVIATION),
    /** This share of the pixels set to black or white. */
    SALT_AND_PEPPER(Unit.SHARE_OF_PIXELS),
    /** This share of the pixels, each on its own, set to black. */
    MASKING(Unit.SHARE_OF_PIXELS),
    /** One square somewhere in the image, covering this share of it, set to black. */
    MASKING_SQUARE(Unit.SHARE_OF_IMAGE);

    /** The level of noise that no one has chosen. */
    public static final double USUAL_LEVEL = 0.2;

    /** What a level means; all of them go from 0 to 1. */
    public enum Unit {
        /** Standard deviation σ of what is added to a pixel. */
        DEVIATION,
        /** Share of the pixels. */
        SHARE_OF_PIXELS,
        /** Share of the image's area. */
        SHARE_OF_IMAGE
    }

    private final Unit unit;

    NoiseKind(Unit unit) {
        this.unit = unit;
    }

    /** What its level means. */
    public Unit unit() {
        return unit;
    }

    /** Its name in files and on the command line, such as "salt-and-pepper". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that spoil anything. */
    public static List<NoiseKind> spoiling() {
        return Arrays.stream(values()).filter(kind -> kind != NONE).toList();
    }

    /** All names, for messages. */
    public static String allIds() {
        return Arrays.stream(values()).map(NoiseKind::id).collect(Collectors.joining(", "));
    }
}
