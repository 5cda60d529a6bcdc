package hourglass.engine.store;

/** Why some content is not accepted, as a phrase without a full stop; whoever knows the file makes it a sentence. */
sealed class Refusal extends Exception permits SettingsGone {
    private static final long serialVersionUID = 1L;

    Refusal(String phrase) {
        super(phrase);
    }

    Refusal(String phrase, Throwable cause) {
        super(phrase, cause);
    }

    /** The phrase. */
    String phrase() {
        return String.valueOf(getMessage());
    }
}
