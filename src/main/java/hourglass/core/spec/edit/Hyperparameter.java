package hourglass.core.spec.edit;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.InvalidSpecException;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.VariationalSpec;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of an experiment one by one, each as a text: to tell runs apart, to be columns of a table, and, those of
 * {@link #SWEPT}, to be given other values. The seed is none of them: it says which of several equal runs this is.
 */
public enum Hyperparameter {
    /** Dense, convolutional, variational. */
    FAMILY,
    /** Numbers in the code. */
    CODE,
    /** Neurons of the dense hidden layers, from the image inwards, such as "256,64"; "none" where there are none. */
    HIDDEN,
    /** Feature maps after each stage. */
    CHANNELS,
    /** Side of the convolutions' window. */
    KERNEL,
    /** Activation of the hidden layers. */
    ACTIVATION,
    /** Activation of the code. */
    CODE_ACTIVATION,
    /** What training makes smaller. */
    LOSS,
    /** Weight of a variational network's divergence. */
    BETA,
    /** Epochs over which that weight rises. */
    WARM_UP,
    /** Kind of the noise on the input. */
    NOISE,
    /** Level of the noise, such as "0.2" or "0.1-0.4". */
    SIGMA,
    /** Step size of Adam. */
    LEARNING_RATE,
    /** Images per step. */
    BATCH,
    /** Passes over the training images asked for. */
    EPOCHS_PLANNED,
    /** The images. */
    DATA_SET;

    /** Those a sweep can give values to. */
    public static final List<Hyperparameter> SWEPT = List.of(CODE, HIDDEN, SIGMA, BETA, LEARNING_RATE, BATCH);

    private static final String NO_LAYERS = "none";

    /** In files and on the command line, such as "learning-rate". */
    public String id() {
        return word(this);
    }

    /** What an experiment has here; empty where it has no such setting. */
    public Optional<String> of(Experiment experiment) {
        LayerSizes sizes = experiment.model().trunk().sizes();
        Optional<VariationalSpec> variational = experiment.model().variational();
        TrainingSpec training = experiment.training();
        return switch (this) {
            case FAMILY -> Optional.of(word(NetworkFamily.of(experiment.model())));
            case CODE -> Optional.of(Integer.toString(experiment.model().codeSize()));
            case HIDDEN -> Optional.of(sizes.hidden().isEmpty() ? NO_LAYERS : joined(sizes.hidden()));
            case CHANNELS ->
                Optional.of(sizes.channels()).filter(maps -> !maps.isEmpty()).map(Hyperparameter::joined);
            case KERNEL -> Optional.of(sizes.kernel()).filter(side -> side > 0).map(side -> Integer.toString(side));
            case ACTIVATION -> Optional.of(word(experiment.model().trunk().activation()));
            case CODE_ACTIVATION -> Optional.of(word(experiment.model().trunk().codeActivation()));
            case LOSS -> Optional.of(word(experiment.model().loss()));
            case BETA -> variational.map(spec -> plain(spec.beta()));
            case WARM_UP -> variational.map(spec -> plain(spec.warmUpEpochs()));
            case NOISE -> Optional.of(experiment.noise().kind().id());
            case SIGMA ->
                Optional.of(experiment.noise()).filter(NoiseSpec::isNoisy).map(Hyperparameter::level);
            case LEARNING_RATE -> Optional.of(plain(training.learningRate()));
            case BATCH -> Optional.of(Integer.toString(training.batchSize()));
            case EPOCHS_PLANNED -> Optional.of(Integer.toString(training.epochs()));
            case DATA_SET ->
                Optional.of(experiment.data().name()
                        + experiment
                                .data()
                                .without()
                                .map(left -> " without " + left)
                                .orElse(""));
        };
    }

    /**
     * The experiment with another value here.
     *
     * @throws InvalidSpecException with a sentence if that value, or any other one, cannot be
     */
    public Experiment with(Experiment experiment, String value) {
        TrainingSpec training = experiment.training();
        return switch (this) {
            case CODE -> NetworkEdit.codeSize(experiment, whole(value));
            case HIDDEN -> NetworkEdit.sizes(experiment, sizes -> sizes.withHidden(layers(value)));
            case BETA -> {
                if (!experiment.model().isVariational()) {
                    throw new InvalidSpecException("beta", "β belongs to variational networks; this one is not.");
                }
                yield NetworkEdit.beta(experiment, number(value));
            }
            case SIGMA -> experiment.withNoise(levelled(experiment.noise(), number(value)));
            case LEARNING_RATE -> experiment.withTraining(training.withLearningRate(number(value)));
            case BATCH -> experiment.withTraining(training.withBatchSize(whole(value)));
            case FAMILY,
                    CHANNELS,
                    KERNEL,
                    ACTIVATION,
                    CODE_ACTIVATION,
                    LOSS,
                    WARM_UP,
                    NOISE,
                    EPOCHS_PLANNED,
                    DATA_SET ->
                throw new InvalidSpecException(
                        id(),
                        "A sweep cannot go over " + id() + "; choose one of "
                                + SWEPT.stream().map(Hyperparameter::id).collect(Collectors.joining(", ")) + ".");
        };
    }

    /** Those in which these experiments are not all the same. */
    public static Set<Hyperparameter> differing(Collection<Experiment> experiments) {
        Set<Hyperparameter> found = EnumSet.noneOf(Hyperparameter.class);
        for (Hyperparameter each : values()) {
            if (experiments.stream().map(each::of).distinct().count() > 1) {
                found.add(each);
            }
        }
        return found;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String plain(double value) {
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        return digits.toPlainString();
    }

    private static String level(NoiseSpec noise) {
        return noise.isRange() ? plain(noise.lowest()) + "-" + plain(noise.level()) : plain(noise.level());
    }

    private static NoiseSpec levelled(NoiseSpec noise, double level) {
        NoiseKind kind = noise.isNoisy() ? noise.kind() : NoiseKind.GAUSSIAN;
        return new NoiseSpec(kind, level);
    }

    private int whole(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException rubbish) {
            throw new InvalidSpecException(
                    id(), "The values of " + id() + " are whole numbers such as 16; got \"" + value + "\".");
        }
    }

    private double number(String value) {
        try {
            double number = Double.parseDouble(value.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException rubbish) {
            // Said below.
        }
        throw new InvalidSpecException(
                id(), "The values of " + id() + " are numbers such as 0.5; got \"" + value + "\".");
    }

    private List<Integer> layers(String value) {
        return value.strip().equals(NO_LAYERS)
                ? List.of()
                : Stream.of(value.split(",", -1)).map(this::whole).toList();
    }
}
