package hourglass.session.runs;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.EpochResult;
import hourglass.engine.store.Report;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run as its folder tells it. Immutable; two of one folder are the same run at different times.
 *
 * @param folder where it is
 * @param report settings, data, curve and what was measured
 * @param card what it is called and shows
 * @param weights its networks
 * @param trouble a sentence about what of it cannot be read; empty where all is well
 */
public record RunRecord(Path folder, Report report, RunCard card, Weights weights, String trouble) {
    /**
     * The networks of a run.
     *
     * @param last after its last step
     * @param best after its best epoch, where that was another
     * @param bytes both
     */
    public record Weights(Optional<Path> last, Optional<Path> best, long bytes) {
        /** None, or none any more. */
        public static final Weights NONE = new Weights(Optional.empty(), Optional.empty(), 0);
    }

    /** In what a run says how well it does on the test images; errors of different units cannot be compared. */
    public enum Unit {
        /** Squared error per pixel against the clean image. */
        SQUARED_ERROR,
        /** Binary cross-entropy per pixel. */
        CROSS_ENTROPY,
        /** Negative ELBO in nats per image, whatever β was. */
        NATS
    }

    /** Its settings. */
    public Experiment experiment() {
        return report.experiment();
    }

    /** Its epochs. */
    public List<EpochResult> epochs() {
        return report.epochs();
    }

    /** The unit of {@link #error}. */
    public Unit unit() {
        if (experiment().model().isVariational()) {
            return Unit.NATS;
        }
        return experiment().model().loss() == Loss.MEAN_SQUARED_ERROR ? Unit.SQUARED_ERROR : Unit.CROSS_ENTROPY;
    }

    /** Error on all test images after an epoch, in {@link #unit}. */
    public double error(EpochResult epoch) {
        Optional<VariationalSpec> spec = experiment().model().variational();
        return spec.isEmpty()
                ? epoch.validationLoss()
                : spec.get()
                                .likelihood()
                                .natsPerImage(epoch.validationLoss(), spec.get().inputSize())
                        + epoch.validationKl();
    }

    /** The epoch with the smallest error; empty where none was measured. */
    public Optional<EpochResult> bestEpoch() {
        return epochs().stream()
                .filter(epoch -> Double.isFinite(error(epoch)))
                .min(Comparator.comparingDouble(this::error));
    }

    /** The smallest error; NaN where none was measured. */
    public double bestError() {
        return bestEpoch().map(this::error).orElse(Double.NaN);
    }

    /** The error after the last epoch; NaN where there was none. */
    public double lastError() {
        return epochs().isEmpty() ? Double.NaN : error(epochs().get(epochs().size() - 1));
    }

    /** Time of its training steps. */
    public double seconds() {
        return epochs().stream().mapToDouble(EpochResult::seconds).sum();
    }

    /** Whether both differ in nothing but the seed, and in how far they came. */
    public boolean isRepeatOf(RunRecord other) {
        return settings().equals(other.settings())
                && experiment().seed() != other.experiment().seed();
    }

    private Experiment settings() {
        return experiment().withSeed(0).withPreset(Experiment.CUSTOM);
    }

    /** The same under another card. */
    public RunRecord with(RunCard other) {
        return new RunRecord(folder, report, other, weights, trouble);
    }

    RunRecord withoutWeights() {
        return new RunRecord(folder, report, card, Weights.NONE, trouble);
    }
}
