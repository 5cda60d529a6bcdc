package hourglass.ui.denoising;

/** The rows of the grid, from the top; the last is there where there is a second network. */
enum PictureRow {
    ORIGINAL,
    NOISY,
    DENOISED,
    MEDIAN,
    RIVAL
}
