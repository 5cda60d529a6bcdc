package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make an experiment. */
final class TrainOptions {
    @Option(names = "--preset", paramLabel = "NAME", description = "dense-64, stacked-30 or dense-2; default dense-64.")
    @Nullable
    private String preset;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images; default 10.")
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

    @Option(names = "--code", paramLabel = "N", description = "Code size, instead of the preset's.")
    @Nullable
    private Integer codeSize;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons per hidden layer of the encoder, such as 256,64; the decoder mirrors them.")
    @Nullable
    private List<Integer> hidden;

    @Option(names = "--loss", paramLabel = "LOSS", description = "mse or bce, instead of the preset's.")
    @Nullable
    private String loss;

    /** Whether anything is asked for that an opened model has already settled. */
    boolean reshapes() {
        return preset != null || codeSize != null || hidden != null || loss != null || seed != null;
    }

    /** Whether no training is asked for. */
    boolean onlyMeasures() {
        return epochs != null && epochs == 0;
    }

    /** The experiment for a fresh network. */
    Experiment fresh(DataSet data) throws UsageException {
        String id = preset == null ? Preset.DENSE_64.id() : preset;
        Preset named = Preset.byId(id)
                .orElseThrow(() -> new UsageException(
                        "There is no preset \"" + id + "\"; choose one of " + Preset.allIds() + "."));
        DataSpec source = new DataSpec(data.name(), data.fingerprint());
        Experiment base = named.experiment(source, data.train().pixelsPerImage(), seed == null ? 7 : seed);
        ModelSpec model = reshaped((DenseSpec) base.model());
        String name = model.equals(base.model()) ? named.id() : "custom";
        return base.withModel(model).withPreset(name).withTraining(training(base.training()));
    }

    private ModelSpec reshaped(DenseSpec base) throws UsageException {
        return new DenseSpec(
                base.inputSize(),
                hidden == null ? base.hidden() : hidden,
                codeSize == null ? base.codeSize() : codeSize,
                base.hiddenActivation(),
                base.codeActivation(),
                loss == null ? base.loss() : lossNamed(loss));
    }

    private static Loss lossNamed(String name) throws UsageException {
        return switch (name) {
            case "mse" -> Loss.MEAN_SQUARED_ERROR;
            case "bce" -> Loss.BINARY_CROSS_ENTROPY;
            default -> throw new UsageException("There is no loss \"" + name + "\"; choose mse or bce.");
        };
    }

    /** The training asked for, with what is silent taken from {@code base}. */
    TrainingSpec training(TrainingSpec base) {
        return new TrainingSpec(
                epochs == null ? base.epochs() : epochs,
                batch == null ? base.batchSize() : batch,
                learningRate == null ? base.learningRate() : learningRate);
    }

    /** Checks ranges that need no data, so that a slip is told before anything is read. */
    void check() throws UsageException {
        training(new TrainingSpec(10, 32, 1e-3));
        if (preset != null && Preset.byId(preset).isEmpty()) {
            throw new UsageException("There is no preset \"" + preset + "\"; choose one of " + Preset.allIds() + ".");
        }
        if (loss != null) {
            lossNamed(loss);
        }
    }
}
