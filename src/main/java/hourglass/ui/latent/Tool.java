package hourglass.ui.latent;

/** What one does with codes. */
enum Tool {
    /** Walks from one code to another. */
    PATH,
    /** Looks at one test image's distribution. */
    IMAGE,
    /** Makes an image more like another class. */
    DIRECTION,
    /** Turns single numbers of the code. */
    NUMBERS,
    /** Draws new codes at random. */
    DICE
}
