package hourglass.engine.train;

/** The loss or the weights left the range in which learning makes sense; one sentence for the user. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public DivergedException(String message) {
        super(message);
    }
}
