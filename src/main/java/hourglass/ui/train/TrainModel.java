package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.session.ask.InferenceService;
import hourglass.session.data.DataService;
import hourglass.session.measure.BaselineService;
import hourglass.session.project.ModelService;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the Train view shows, looked up from the services with every tick, and what it can ask for. */
public final class TrainModel {
    private final TrainingService training;
    private final TrainingDesk desk;
    private final ModelService models;
    private final DataService data;
    private final BaselineWish wish;
    private final DraftModel draft;
    private final StaleModel stale;
    private final CurveModel curve;
    private final StripModel strip;
    private final BestModel best;
    private final StringProperty failure = new SimpleStringProperty(this, "failure", "");
    private TrainingState seen = TrainingState.IDLE;
    private Shown shown;

    /** For the services it looks at. */
    public TrainModel(
            TrainingService training,
            TrainingDesk desk,
            BaselineService baselines,
            DataService data,
            ModelService models,
            InferenceService inference) {
        this.training = training;
        this.desk = desk;
        this.models = models;
        this.data = data;
        wish = new BaselineWish(baselines);
        draft = new DraftModel(training, desk, data);
        stale = new StaleModel(training, desk, draft);
        curve = new CurveModel(baselines, new NoiseLines(baselines, inference));
        best = new BestModel(training, models);
        shown = Shown.now(training, models, data);
        strip = new StripModel(shown.data(), baselines, inference);
    }

    /** Looks at everything once; FX thread. */
    public void tick() {
        draft.tick();
        stale.tick();
        shown = Shown.now(training, models, data);
        wish.tick(shown, data.state().data());
        curve.tick(shown);
        strip.tick(shown);
        best.tick();
        TrainingState state = training.state();
        if (!Identity.same(state, seen)) {
            seen = state;
            failure.set(state.message());
        }
    }

    /** Begins a fresh network from the settings. */
    public void restart() {
        desk.restart();
    }

    /** Why the last run ended early; empty when it did not, or once put away. */
    public StringProperty failureProperty() {
        return failure;
    }

    /** The settings. */
    public DraftModel draft() {
        return draft;
    }

    /** Which settings are not those of the network in training. */
    public StaleModel stale() {
        return stale;
    }

    /** The curves. */
    public CurveModel curve() {
        return curve;
    }

    /** The test images. */
    public StripModel strip() {
        return strip;
    }

    /** The best epoch of the run. */
    public BestModel best() {
        return best;
    }

    /** Which model, epoch, seed and data the figures are of. */
    public String caption() {
        return shown.caption();
    }
}
