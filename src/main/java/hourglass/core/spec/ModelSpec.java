package hourglass.core.spec;

/** The shape of a network; closed choice, one record per family. */
public sealed interface ModelSpec permits DenseSpec {
    /** Pixels of one image, {@code width · height}. */
    int inputSize();

    /** Numbers in the code. */
    int codeSize();

    /** The loss it is trained on. */
    Loss loss();

    /** In words, such as "Dense autoencoder 784–64–784". */
    String describe();

    /** Number of weights and biases. */
    long parameterCount();
}
