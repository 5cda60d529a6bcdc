package hourglass.testing;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.concurrent.Latest;
import hourglass.session.data.DataService;
import hourglass.session.look.Showcase;
import hourglass.session.project.ModelService;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is shown in a test, with a training that is only said to be one. */
public final class Shown {
    public final Showcase showcase;
    private final DataService data;
    private long generation;
    private @Nullable ModelSnapshot last;
    private Latest<Optional<ModelSnapshot>> weights = new Latest<>(Optional.empty());

    public Shown(ModelService models, DataService data) {
        this.data = data;
        showcase = new Showcase(models, data);
    }

    /** A training under way, begun anew where the run is another than before. */
    public void training(ModelSnapshot snapshot) {
        at(Phase.RUNNING, snapshot);
    }

    /** The same ended. */
    public void ended(ModelSnapshot snapshot) {
        at(Phase.STOPPED, snapshot);
    }

    private void at(Phase phase, ModelSnapshot snapshot) {
        if (last == null || !last.run().equals(snapshot.run())) {
            generation++;
            weights = new Latest<>(Optional.empty());
        }
        last = snapshot;
        weights.put(Optional.of(snapshot));
        DataSet images = data.state().data();
        showcase.follow(new TrainingState(generation, phase, snapshot.experiment(), images, ""), weights);
    }
}
