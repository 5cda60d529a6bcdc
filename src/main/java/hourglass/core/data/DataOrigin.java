package hourglass.core.data;

/** Where a data set came from. */
public enum DataOrigin {
    /** Drawn by {@link Sketchwear}. */
    SKETCHWEAR,
    /** The four official files, by their hashes. */
    FASHION_MNIST,
    /** IDX files of somebody else. */
    IDX_FOLDER,
    /** A folder of images by class. */
    IMAGE_FOLDER
}
