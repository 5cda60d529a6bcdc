package hourglass.ui.kit;

/** There is no such figure yet, so that nothing can be drawn of it. */
public final class NothingToSaveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For the figure named in the log. */
    public NothingToSaveException(String figure) {
        super("there is no " + figure + " yet");
    }
}
