package hourglass.ui.latent;

/** What the plane shows. */
enum Backdrop {
    /** Codes of test images alone. */
    CODES,
    /** Codes above what the decoder draws all over the window. */
    MANIFOLD,
    /** Codes above the distance to the nearest one. */
    HOLES,
    /** What the decoder draws at quantiles of the prior, without codes. */
    QUANTILES,
    /** All numbers of the code instead of the plane, each with what it does. */
    NUMBERS
}
