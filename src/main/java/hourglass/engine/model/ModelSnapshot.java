package hourglass.engine.model;

import hourglass.core.spec.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * A network at one moment: all that is needed to evaluate it, to save it, or to go on training exactly. Immutable.
 *
 * @param run the training it comes from
 * @param experiment what it is
 * @param progress how far it was trained
 * @param parameters its weights, {@code [parameterCount]}
 * @param optimiser state of Adam, {@code [2 · parameterCount]}; empty when it was left out
 * @param history results of the completed epochs, oldest first
 */
public record ModelSnapshot(
        RunId run,
        Experiment experiment,
        Progress progress,
        Parameters parameters,
        Optional<Parameters> optimiser,
        List<EpochResult> history) {

    /**
     * The same weights under settings to go on with. A pass under way is only continued where its batches would be the
     * same; else the next pass begins anew.
     */
    public ModelSnapshot continuing(Experiment further) {
        boolean sameBatches = experiment.seed() == further.seed()
                && experiment.training().batchSize() == further.training().batchSize()
                && experiment.data().fingerprint().equals(further.data().fingerprint())
                && experiment.data().without().equals(further.data().without());
        Progress from = sameBatches ? progress : new Progress(progress.epochs(), 0, progress.iteration());
        // Other settings lead to another network at the same progress, so they are another run.
        boolean sameRun = experiment.equals(further.withTraining(
                further.training().withEpochs(experiment.training().epochs())));
        return new ModelSnapshot(sameRun ? run : RunId.fresh(), further, from, parameters, optimiser, history);
    }

    /** Checks the lengths. */
    public ModelSnapshot {
        history = List.copyOf(history);
        long expected = experiment.model().parameterCount();
        if (parameters.size() != expected) {
            throw new IllegalArgumentException("expected " + expected + " weights for "
                    + experiment.model().describe() + ", got " + parameters.size());
        }
        if (optimiser.isPresent() && optimiser.get().size() != 2 * expected) {
            throw new IllegalArgumentException("expected " + 2 * expected + " optimiser numbers, got "
                    + optimiser.get().size());
        }
    }
}
