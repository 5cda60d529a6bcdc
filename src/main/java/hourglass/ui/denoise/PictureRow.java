package hourglass.ui.denoise;

/** The rows of the grid; the last is there where there is a second network. */
enum PictureRow {
    ORIGINAL(0),
    NOISY(1),
    DENOISED(2),
    MEDIAN(3),
    RIVAL(4);

    private final int index;

    PictureRow(int index) {
        this.index = index;
    }

    /** Its place, from the top. */
    int index() {
        return index;
    }
}
