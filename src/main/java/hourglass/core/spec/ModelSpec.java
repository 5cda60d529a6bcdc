package hourglass.core.spec;

import java.util.List;
import java.util.Optional;

/** The shape of a network; closed choice, one record per family. */
public sealed interface ModelSpec permits PlainSpec, VariationalSpec {
    /** Pixels of one image, {@code width · height}. */
    int inputSize();

    /** Numbers in the code; of a variational network the latent dimensions. */
    int codeSize();

    /** The loss it is trained on; of a variational network the reconstruction part of it. */
    Loss loss();

    /** In words, such as "Dense autoencoder 784–64–784". */
    String describe();

    /** Its layers from image to image; the last one has one sigmoid output per pixel. */
    List<LayerSpec> layers();

    /** How many of {@link #layers()} make the code; of a variational network the sampling layer is among them. */
    int encoderLayers();

    /** Its layers without what makes it variational; of a plain network it is itself. */
    PlainSpec trunk();

    /** The same around another trunk; of a plain network the trunk itself. */
    ModelSpec withTrunk(PlainSpec trunk);

    /** What it is where the encoder gives a distribution, mean and log-variance, instead of a code. */
    Optional<VariationalSpec> variational();

    /** Calls what the visitor has for this family. */
    <T> T visit(Visitor<T> visitor);

    /**
     * An answer for every family.
     *
     * @param <T> of the answer
     */
    interface Visitor<T> {
        /** For a dense network. */
        T dense(DenseSpec spec);

        /** For a convolutional network. */
        T convolutional(ConvSpec spec);

        /** For a variational network. */
        T variational(VariationalSpec spec);
    }

    /** Whether the encoder gives a distribution, mean and log-variance, instead of a code. */
    default boolean isVariational() {
        return variational().isPresent();
    }

    /** Number of weights and biases. */
    default long parameterCount() {
        return layers().stream().mapToLong(LayerSpec::parameterCount).sum();
    }
}
