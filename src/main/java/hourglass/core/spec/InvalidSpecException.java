package hourglass.core.spec;

/** A setting out of its range; the message is one sentence for the user that names the setting and its range. */
public final class InvalidSpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /** With the name of the setting, as in the JSON, and the sentence. */
    public InvalidSpecException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Name of the setting, so that the window can show the sentence at its control. */
    public String field() {
        return field;
    }
}
