package hourglass.core.color;

/** The ground a picture is drawn on. */
public enum Ground {
    /** The dark theme's. */
    DARK(0x0d1117),
    /** The light theme's, and paper. */
    LIGHT(0xffffff);

    private final int argb;

    Ground(int rgb) {
        argb = Argb.opaque(rgb);
    }

    /** Its colour, opaque. */
    public int argb() {
        return argb;
    }
}
