package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that make an experiment. */
final class TrainOptions {
    /** Side of the images of Fashion-MNIST and of Sketchwear. */
    private static final int USUAL_SIDE = 28;
    /** Settings whose range depends on the size of the images. */
    private static final Set<String> BY_SIZE = Set.of("kernel", "channels", "hidden", "width", "height");

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "dense-64, stacked-30, dense-2, denoise-64, conv-denoise, conv-64, vae-2, vae-conv-2 or"
                    + " vae-16; default dense-64.")
    @Nullable
    private String preset;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the training images; default the preset's.")
    @Nullable
    private Integer epochs;

    @Option(names = "--batch", paramLabel = "N", description = "Images per step; default 32.")
    @Nullable
    private Integer batch;

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "Step size of Adam; default 0.001.")
    @Nullable
    private Double learningRate;

    @Option(names = "--seed", paramLabel = "N", description = "Start of every random stream; default 7.")
    @Nullable
    private Long seed;

    @Option(
            names = "--without",
            paramLabel = "CLASS",
            description = "Class left out of training, such as Bag, for the network to find odd afterwards.")
    @Nullable
    private String without;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final NoiseOptions noise = new NoiseOptions();

    /** Whether anything is asked for that an opened model has already settled. */
    boolean reshapes() {
        return preset != null || model.given() || noise.given() || seed != null || without != null;
    }

    /** Whether any is given. */
    boolean given() {
        return reshapes() || epochs != null || batch != null || learningRate != null;
    }

    /** Whether no training is asked for. */
    boolean onlyMeasures() {
        return epochs != null && epochs == 0;
    }

    /** The experiment for a fresh network. */
    Experiment fresh(DataSet data) throws UsageException {
        DataSpec source = new DataSpec(data.name(), data.fingerprint(), Optional.ofNullable(without));
        return fresh(source, data.train().width(), data.train().height());
    }

    private Experiment fresh(DataSpec source, int width, int height) throws UsageException {
        Preset named = presetNamed(preset == null ? Preset.DENSE_64.id() : preset);
        Experiment base = named.experiment(source, width, height, seed == null ? 7 : seed);
        Experiment asked = model.reshaped(base, named.id()).withNoise(noise.noise(base.noise()));
        return asked.withPreset(asked.equals(base) ? named.id() : "custom").withTraining(training(base.training()));
    }

    /** Those of these names, each once, in the order given; all where none is named. */
    static List<Preset> presetsNamed(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            return List.of(Preset.values());
        }
        Set<Preset> presets = new LinkedHashSet<>();
        for (String name : names) {
            presets.add(presetNamed(name));
        }
        return List.copyOf(presets);
    }

    /** The preset of this name. */
    static Preset presetNamed(String id) throws UsageException {
        return Preset.byId(id)
                .orElseThrow(() -> new UsageException(
                        "There is no preset \"" + id + "\"; choose one of " + Preset.allIds() + "."));
    }

    /** The training asked for, with what is silent taken from {@code base}. */
    TrainingSpec training(TrainingSpec base) {
        return new TrainingSpec(
                epochs == null ? base.epochs() : epochs,
                batch == null ? base.batchSize() : batch,
                learningRate == null ? base.learningRate() : learningRate);
    }

    /** Checks what needs no data, so that a slip is told before anything is read. */
    void check(DataChoice data) throws UsageException {
        try {
            fresh(new DataSpec("", ""), USUAL_SIDE, USUAL_SIDE);
        } catch (InvalidSpecException invalid) {
            if (!data.isOwnFolder() || !BY_SIZE.contains(invalid.field())) {
                throw invalid;
            }
        }
    }
}
