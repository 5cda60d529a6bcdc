package hourglass.engine;

/** A library below failed; the message is one sentence for the user, the cause is what it said. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence and the cause. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
