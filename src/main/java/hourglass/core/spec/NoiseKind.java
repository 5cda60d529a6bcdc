package hourglass.core.spec;

/** How an image is spoilt before the network sees it. */
public enum NoiseKind {
    /** Left as it is. */
    NONE,
    /** A normal number times the level added to each pixel, then clipped to [0, 1]. */
    GAUSSIAN,
    /** This share of the pixels set to black or white. */
    SALT_AND_PEPPER,
    /** This share of the pixels, each on its own, set to black. */
    MASKING,
    /** One square somewhere in the image, covering this share of it, set to black. */
    MASKING_SQUARE
}
