package hourglass.core.spec;

/** What training makes smaller. */
public enum Loss {
    /** Mean squared error per pixel. */
    MEAN_SQUARED_ERROR("mean squared error"),
    /** Binary cross-entropy per pixel, in nats. */
    BINARY_CROSS_ENTROPY("binary cross-entropy");

    private final String words;

    Loss(String words) {
        this.words = words;
    }

    /** As the field writes it. */
    public String words() {
        return words;
    }
}
