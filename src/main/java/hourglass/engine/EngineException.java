package hourglass.engine;

/** The engine cannot do what was asked; the message is one sentence for the user, the cause what a library said. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence and the cause. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With the sentence, where no library was asked. */
    public EngineException(String message) {
        super(message);
    }
}
