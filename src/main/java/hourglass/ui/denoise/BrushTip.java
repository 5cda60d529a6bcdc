package hourglass.ui.denoise;

/**
 * A brush.
 *
 * @param ink what it leaves
 * @param size side of its square in pixels
 */
record BrushTip(Ink ink, int size) {
    /** Sizes on offer. */
    static final int SMALL = 1;

    static final int MEDIUM = 3;
    static final int LARGE = 6;

    /** The two colours. */
    enum Ink {
        /** Rubs out. */
        BLACK(0),
        /** Draws. */
        WHITE(1);

        private final float value;

        Ink(float value) {
            this.value = value;
        }

        float value() {
            return value;
        }
    }
}
