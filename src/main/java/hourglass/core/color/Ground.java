package hourglass.core.color;

/** The ground a picture is drawn on. */
public enum Ground {
    /** The dark theme's. */
    DARK(0x0b0f14, "/css/tokens-dark.css"),
    /** The light theme's, and paper. */
    LIGHT(0xffffff, "/css/tokens-light.css");

    private final int argb;
    private final String tokenFile;

    Ground(int rgb, String tokenFile) {
        argb = Argb.opaque(rgb);
        this.tokenFile = tokenFile;
    }

    /** Its colour, opaque. */
    public int argb() {
        return argb;
    }

    /** The colours on it, a file on the class path. */
    public String tokenFile() {
        return tokenFile;
    }
}
