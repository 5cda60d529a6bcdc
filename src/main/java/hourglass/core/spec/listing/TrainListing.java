package hourglass.core.spec.listing;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSizes;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.PlainSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.VariationalSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command that trains a network: the preset it is nearest to, and every setting in which it differs from that. */
public final class TrainListing {
    private final Experiment experiment;
    private final Preset preset;
    private final Experiment base;
    private final List<String> words = new ArrayList<>();

    private TrainListing(Experiment experiment) {
        this.experiment = experiment;
        preset = Preset.of(experiment).orElseGet(() -> nearest(experiment.model()));
        base = preset.like(experiment);
    }

    /**
     * Trains a network with these settings.
     *
     * @param data the words that name its data set
     */
    public static CommandListing of(Experiment experiment, List<String> data) {
        TrainListing listing = new TrainListing(experiment);
        listing.write();
        return new CommandListing(List.of("train"))
                .with(listing.words)
                .with(data)
                .with("--out", experiment.name() + "-seed-" + experiment.seed());
    }

    /** The words that make the noise of one experiment that of another. */
    public static List<String> noise(NoiseSpec wanted) {
        if (!wanted.isNoisy()) {
            return List.of("--noise", wanted.kind().id());
        }
        String level = CommandListing.number(wanted.level());
        String words = wanted.isRange() ? CommandListing.number(wanted.lowest()) + "-" + level : level;
        return List.of("--noise", wanted.kind().id(), "--noise-level", words);
    }

    private static Preset nearest(ModelSpec model) {
        boolean convolutional = model.trunk().isConvolutional();
        if (model.isVariational()) {
            return convolutional ? Preset.VAE_CONV_2 : Preset.VAE_2;
        }
        boolean waist = model.trunk().sizes().codeSize() > 0;
        return !convolutional ? Preset.DENSE_64 : waist ? Preset.CONV_64 : Preset.CONV_DENOISE;
    }

    private void write() {
        add("--preset", preset.id());
        writeSizes();
        writeActivations();
        writeVariational();
        if (!experiment.noise().equals(base.noise())) {
            words.addAll(noise(experiment.noise()));
        }
        TrainingSpec training = experiment.training();
        add("--epochs", Integer.toString(training.epochs()));
        if (training.batchSize() != base.training().batchSize()) {
            add("--batch", Integer.toString(training.batchSize()));
        }
        if (training.learningRate() != base.training().learningRate()) {
            add("--learning-rate", CommandListing.number(training.learningRate()));
        }
        experiment.data().without().ifPresent(name -> add("--without", name));
        add("--seed", Long.toString(experiment.seed()));
    }

    private void add(String option, String value) {
        words.add(option);
        words.add(value);
    }

    private void writeSizes() {
        LayerSizes wanted = experiment.model().trunk().sizes();
        LayerSizes known = base.model().trunk().sizes();
        if (wanted.codeSize() != known.codeSize()) {
            add(experiment.model().isVariational() ? "--latent" : "--code", Integer.toString(wanted.codeSize()));
        }
        if (!wanted.hidden().equals(known.hidden())) {
            add("--hidden", wanted.hidden().isEmpty() ? "none" : list(wanted.hidden()));
        }
        if (!wanted.channels().equals(known.channels())) {
            add("--channels", list(wanted.channels()));
        }
        if (wanted.kernel() != known.kernel()) {
            add("--kernel", Integer.toString(wanted.kernel()));
        }
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void writeActivations() {
        PlainSpec wanted = experiment.model().trunk();
        PlainSpec known = base.model().trunk();
        if (wanted.activation() != known.activation()) {
            add("--activation", word(wanted.activation()));
        }
        if (wanted.codeActivation() != known.codeActivation()) {
            add("--code-activation", word(wanted.codeActivation()));
        }
    }

    private static String word(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    private void writeVariational() {
        Optional<VariationalSpec> wanted = experiment.model().variational();
        if (wanted.isEmpty()) {
            if (experiment.model().loss() != base.model().loss()) {
                add("--loss", experiment.model().loss() == Loss.MEAN_SQUARED_ERROR ? "mse" : "bce");
            }
            return;
        }
        VariationalSpec spec = wanted.get();
        VariationalSpec known = base.model().variational().orElseThrow();
        if (spec.likelihood() != known.likelihood()) {
            add("--likelihood", spec.likelihood() == Likelihood.BERNOULLI ? "bernoulli" : "gaussian");
        }
        if (spec.beta() != known.beta()) {
            add("--beta", CommandListing.number(spec.beta()));
        }
        if (spec.warmUpEpochs() != known.warmUpEpochs()) {
            add("--warm-up", CommandListing.number(spec.warmUpEpochs()));
        }
    }
}
