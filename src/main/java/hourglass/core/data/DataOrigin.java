package hourglass.core.data;

/** Where a data set came from. */
public enum DataOrigin {
    /** Drawn by {@link Sketchwear}. */
    SKETCHWEAR,
    /** The four files of an {@link OfficialSet}, by their hashes. */
    OFFICIAL,
    /** IDX files of somebody else. */
    IDX_FOLDER,
    /** A folder of images by class. */
    IMAGE_FOLDER
}
