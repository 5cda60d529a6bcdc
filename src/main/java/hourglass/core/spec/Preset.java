package hourglass.core.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The named networks of the lesson. */
public enum Preset {
    /** The first example of TensorFlow's autoencoder tutorial. */
    DENSE_64("dense-64", 10),
    /** Géron's stacked autoencoder, mirrored. */
    STACKED_30("stacked-30", 10),
    /** Two numbers per garment: a plain map to hold against the variational one. */
    DENSE_2("dense-2", 10),
    /** The first network again, with noisy input. */
    DENOISE_64("denoise-64", 10),
    /** The second example of TensorFlow's tutorial: convolutions down, transposed convolutions up. */
    CONV_DENOISE("conv-denoise", 10),
    /** Convolutions around a dense code of 64, to hold against the first network like for like. */
    CONV_64("conv-64", 10),
    /** Variational, dense, two latent dimensions: the map one can walk on. */
    VAE_2("vae-2", 30),
    /** Variational, convolutional, two latent dimensions. */
    VAE_CONV_2("vae-conv-2", 30),
    /** Variational with sixteen latent dimensions. */
    VAE_16("vae-16", 30);

    private static final double SIGMA = 0.2;

    private final String id;
    private final int epochs;

    Preset(String id, int epochs) {
        this.id = id;
        this.epochs = epochs;
    }

    /** Its name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The preset of this name, if there is one. */
    public static Optional<Preset> byId(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }

    /**
     * The preset whose settings these are: its network, noise, batch size and learning rate. Images of another size, the
     * seed and the number of epochs make no other network of the lesson.
     */
    public static Optional<Preset> of(Experiment experiment) {
        return Arrays.stream(values()).filter(preset -> preset.is(experiment)).findFirst();
    }

    private boolean is(Experiment experiment) {
        try {
            Experiment own = like(experiment);
            int epochs = experiment.training().epochs();
            return own.model().equals(experiment.model())
                    && own.noise().equals(experiment.noise())
                    && own.training().withEpochs(epochs).equals(experiment.training());
        } catch (InvalidSpecException impossible) {
            // Images too small for its convolutions.
            return false;
        }
    }

    /** This preset on the images of another experiment, with its seed. */
    public Experiment like(Experiment other) {
        ModelSpec plain = other.model() instanceof VariationalSpec spec ? spec.trunk() : other.model();
        return plain instanceof ConvSpec conv
                ? experiment(other.data(), conv.width(), conv.height(), other.seed())
                : experiment(other.data(), plain.inputSize(), other.seed());
    }

    /** All names, for messages. */
    public static String allIds() {
        return Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", "));
    }

    /** The experiment it stands for, on images of {@code width × height} pixels: Adam 1e-3, batch 32. */
    public Experiment experiment(DataSpec data, int width, int height, long seed) {
        return new Experiment(id, data, model(width, height), noise(), new TrainingSpec(epochs, 32, 1e-3), seed);
    }

    /** On square images of {@code pixels} pixels, or on one row of them where that is no square. */
    public Experiment experiment(DataSpec data, int pixels, long seed) {
        int side = (int) Math.round(Math.sqrt(pixels));
        return side * side == pixels ? experiment(data, side, side, seed) : experiment(data, pixels, 1, seed);
    }

    private NoiseSpec noise() {
        return switch (this) {
            case DENOISE_64, CONV_DENOISE -> new NoiseSpec(NoiseKind.GAUSSIAN, SIGMA);
            default -> NoiseSpec.CLEAN;
        };
    }

    private ModelSpec model(int width, int height) {
        int pixels = width * height;
        return switch (this) {
            case DENSE_64, DENOISE_64 -> dense(pixels, List.of(), 64, Activation.RELU);
            case STACKED_30 -> dense(pixels, List.of(100), 30, Activation.RELU);
            case DENSE_2 -> dense(pixels, List.of(256, 64), 2, Activation.LINEAR);
            case CONV_DENOISE -> conv(width, height, List.of(16, 8), Waist.NONE);
            case CONV_64 -> conv(width, height, List.of(16, 32), Waist.of(64, Activation.LINEAR));
            case VAE_2 -> variational(dense(pixels, List.of(256), 2, Activation.LINEAR));
            case VAE_CONV_2 ->
                variational(conv(width, height, List.of(16, 32), new Waist(List.of(128), 2, Activation.LINEAR)));
            case VAE_16 -> variational(dense(pixels, List.of(512), 16, Activation.LINEAR));
        };
    }

    private static DenseSpec dense(int pixels, List<Integer> hidden, int code, Activation codeActivation) {
        return new DenseSpec(pixels, hidden, code, Activation.RELU, codeActivation, Loss.MEAN_SQUARED_ERROR);
    }

    private static ConvSpec conv(int width, int height, List<Integer> channels, Waist waist) {
        return new ConvSpec(width, height, channels, 3, waist, Activation.RELU, Loss.MEAN_SQUARED_ERROR);
    }

    private static VariationalSpec variational(PlainSpec trunk) {
        return new VariationalSpec(trunk, Likelihood.BERNOULLI, 1, 0);
    }
}
