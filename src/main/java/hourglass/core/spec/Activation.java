package hourglass.core.spec;

/** What a layer does to its sums. */
public enum Activation {
    /** max(0, x). */
    RELU("ReLU"),
    /** tanh x. */
    TANH("tanh"),
    /** 1 / (1 + e^−x). */
    SIGMOID("sigmoid"),
    /** x where positive, else e^x − 1. */
    ELU("ELU"),
    /** x itself. */
    LINEAR("linear");

    private final String words;

    Activation(String words) {
        this.words = words;
    }

    /** As the field writes it. */
    public String words() {
        return words;
    }
}
