package hourglass.core.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The named networks of the lesson. */
public enum Preset {
    /** The first example of TensorFlow's autoencoder tutorial. */
    DENSE_64("dense-64", List.of(), 64, Activation.RELU),
    /** Géron's stacked autoencoder, mirrored. */
    STACKED_30("stacked-30", List.of(100), 30, Activation.RELU),
    /** Two numbers per garment: a plain map to hold against the variational one. */
    DENSE_2("dense-2", List.of(256, 64), 2, Activation.LINEAR);

    private final String id;
    private final List<Integer> hidden;
    private final int codeSize;
    private final Activation codeActivation;

    Preset(String id, List<Integer> hidden, int codeSize, Activation codeActivation) {
        this.id = id;
        this.hidden = hidden;
        this.codeSize = codeSize;
        this.codeActivation = codeActivation;
    }

    /** Its name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The preset of this name, if there is one. */
    public static Optional<Preset> byId(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }

    /** All names, for messages. */
    public static String allIds() {
        return Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", "));
    }

    /** The experiment it stands for, on images of {@code inputSize} pixels: Adam 1e-3, 10 epochs, batch 32. */
    public Experiment experiment(DataSpec data, int inputSize, long seed) {
        ModelSpec model =
                new DenseSpec(inputSize, hidden, codeSize, Activation.RELU, codeActivation, Loss.MEAN_SQUARED_ERROR);
        return new Experiment(id, data, model, NoiseSpec.CLEAN, new TrainingSpec(10, 32, 1e-3), seed);
    }
}
