package hourglass.ui.shell;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a trained network is and how well it does, in words; figures of its report where there are some. */
final class NetworkFacts {
    private NetworkFacts() {}

    static String words(ModelSnapshot snapshot, Map<String, Double> figures) {
        Experiment experiment = snapshot.experiment();
        String trained = Messages.text(
                "shell.shipped.trained",
                Counts.epochs(snapshot.progress().epochs()),
                experiment.data().name(),
                Long.toString(experiment.seed()));
        return Messages.text("shell.shipped.facts", experiment.describe(), quality(snapshot, figures), trained);
    }

    private static String quality(ModelSnapshot snapshot, Map<String, Double> figures) {
        Experiment experiment = snapshot.experiment();
        Optional<VariationalSpec> variational = experiment.model().variational();
        if (variational.isPresent()) {
            OptionalDouble nats =
                    measured(figures, "variational.negativeElbo", afterLastEpoch(snapshot, variational.get()));
            return nats.isEmpty() ? unmeasured() : Messages.text("shell.shipped.elbo", number("%.1f", nats));
        }
        if (experiment.noise().isNoisy()) {
            OptionalDouble error = measured(figures, "noise.testMse", lastError(snapshot));
            String level = Double.toString(experiment.noise().level());
            return error.isEmpty() ? unmeasured() : Messages.text("shell.shipped.noisy", number("%.4f", error), level);
        }
        OptionalDouble error = measured(figures, "test.mse", lastError(snapshot));
        return error.isEmpty() ? unmeasured() : Messages.text("shell.shipped.error", number("%.4f", error));
    }

    /** The number that says how well it does, alone; empty where nobody knows. */
    static String error(ModelSnapshot snapshot, Map<String, Double> figures) {
        Experiment experiment = snapshot.experiment();
        Optional<VariationalSpec> variational = experiment.model().variational();
        if (variational.isPresent()) {
            OptionalDouble nats =
                    measured(figures, "variational.negativeElbo", afterLastEpoch(snapshot, variational.get()));
            return nats.isEmpty() ? "" : Messages.text("shell.networks.nats", number("%.1f", nats));
        }
        String name = experiment.noise().isNoisy() ? "noise.testMse" : "test.mse";
        OptionalDouble error = measured(figures, name, lastError(snapshot));
        return error.isEmpty() ? "" : number("%.4f", error);
    }

    private static String unmeasured() {
        return Messages.text("shell.shipped.unmeasured");
    }

    private static OptionalDouble measured(Map<String, Double> figures, String name, OptionalDouble otherwise) {
        Double found = figures.get(name);
        return found == null ? otherwise : OptionalDouble.of(found);
    }

    private static OptionalDouble lastError(ModelSnapshot snapshot) {
        List<EpochResult> history = snapshot.history();
        boolean squared = snapshot.experiment().model().loss() == Loss.MEAN_SQUARED_ERROR;
        return history.isEmpty() || !squared
                ? OptionalDouble.empty()
                : finite(history.get(history.size() - 1).validationLoss());
    }

    private static OptionalDouble afterLastEpoch(ModelSnapshot snapshot, VariationalSpec spec) {
        List<EpochResult> history = snapshot.history();
        if (history.isEmpty()) {
            return OptionalDouble.empty();
        }
        EpochResult last = history.get(history.size() - 1);
        return finite(spec.likelihood().natsPerImage(last.validationLoss(), spec.inputSize()) + last.validationKl());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static String number(String format, OptionalDouble value) {
        return String.format(Locale.ROOT, format, value.getAsDouble());
    }
}
