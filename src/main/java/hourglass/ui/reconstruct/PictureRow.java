package hourglass.ui.reconstruct;

/** The four pictures of a test image, from the top. */
enum PictureRow {
    ORIGINAL,
    NETWORK,
    PCA,
    ERROR
}
