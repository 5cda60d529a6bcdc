package hourglass.ui.pictures;

/**
 * A brush.
 *
 * @param ink what it leaves
 * @param size side of its square in pixels
 */
public record BrushTip(Ink ink, int size) {
    /** One pixel. */
    public static final int SMALL = 1;

    /** A pixel and those around it. */
    public static final int MEDIUM = 3;

    /** For large parts. */
    public static final int LARGE = 6;

    /** The two colours. */
    public enum Ink {
        /** Rubs out. */
        BLACK(0),
        /** Draws. */
        WHITE(1);

        private final float value;

        Ink(float value) {
            this.value = value;
        }

        /** Brightness, 0 or 1. */
        public float value() {
            return value;
        }
    }
}
