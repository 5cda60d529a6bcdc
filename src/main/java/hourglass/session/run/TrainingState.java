package hourglass.session.run;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * What the window knows of the training at large. Immutable.
 *
 * @param generation number of the run; answers of an older one are dropped
 * @param phase where it stands
 * @param experiment what is being trained; {@code null} while idle
 * @param data what it is trained on; {@code null} while idle
 * @param message sentence for the user where the run failed or ended worse than it began, else empty
 */
public record TrainingState(
        long generation,
        Phase phase,
        @Nullable Experiment experiment,
        @Nullable DataSet data,
        String message) {
    /** Before the first run. */
    public static final TrainingState IDLE = new TrainingState(0, Phase.IDLE, null, null, "");

    /** The same in another phase. */
    public TrainingState in(Phase next, String words) {
        if (!phase.allows(next)) {
            throw new IllegalStateException("no way from " + phase + " to " + next);
        }
        return new TrainingState(generation, next, experiment, data, words);
    }

    /** The same with an experiment changed on the way. */
    public TrainingState with(Experiment changed) {
        return new TrainingState(generation, phase, changed, data, message);
    }
}
