package hourglass.testing;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Networks at some moment of some run, without a history; all weights are 0 unless said. */
public final class Snapshots {
    private Snapshots() {}

    /** A network of the lesson on images of 8 × 8 pixels. */
    public static ModelSnapshot of(String run, Preset preset, int epochs) {
        return of(run, preset.experiment(new DataSpec("Dots", "00"), 8, 8, 7), new Progress(epochs, 0, 5L * epochs));
    }

    /** A network of this experiment. */
    public static ModelSnapshot of(String run, Experiment experiment, Progress progress) {
        return of(run, experiment, progress, 0);
    }

    /** A network whose every weight is {@code weight}. */
    public static ModelSnapshot of(String run, Experiment experiment, Progress progress, float weight) {
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        Arrays.fill(weights, weight);
        return new ModelSnapshot(
                new RunId(run), experiment, progress, Parameters.copyOf(weights), Optional.empty(), List.of());
    }
}
