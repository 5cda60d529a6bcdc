package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.figures.Attribution;
import hourglass.figures.TrainingAnimation;
import hourglass.session.ask.InferenceService;
import hourglass.session.data.DataService;
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.measure.BaselineService;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the Train view shows, looked up from the services with every tick, and what it can ask for. */
public final class TrainModel {
    private final TrainingService training;
    private final TrainingDesk desk;
    private final Chooser chooser;
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
    private @Nullable Look seenLook;

    /** For the services it looks at. */
    public TrainModel(
            TrainingService training,
            TrainingDesk desk,
            BaselineService baselines,
            DataService data,
            Chooser chooser,
            InferenceService inference,
            History history) {
        this.training = training;
        this.desk = desk;
        this.chooser = chooser;
        this.data = data;
        wish = new BaselineWish(baselines);
        draft = new DraftModel(training, desk, data, history);
        stale = new StaleModel(desk, draft);
        curve = new CurveModel(baselines, new NoiseLines(baselines, inference));
        best = new BestModel(training, chooser);
        shown = Shown.now(training, chooser);
        strip = new StripModel(shown.data(), baselines, inference);
    }

    /** Looks at everything once; FX thread. */
    public void tick() {
        followSettings();
        draft.tick();
        shown = Shown.now(training, chooser);
        stale.tick(shown);
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

    /** The settings are those of the network shown, from when it was chosen. */
    private void followSettings() {
        Look look = chooser.look();
        Look before = seenLook;
        seenLook = look;
        if (before == null || (look.pick().equals(before.pick()) && look.run().equals(before.run()))) {
            return;
        }
        if (chooser.isNewestTraining(look) && training.state().phase() != Phase.IDLE) {
            desk.follow();
        } else {
            desk.take(look.experiment());
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

    /** The run as moving pictures, once it has begun; nothing of a network at rest. */
    Optional<TrainingAnimation> film() {
        return shown instanceof Shown.Run
                ? training.strips()
                        .seen()
                        .filter(seen -> !seen.strips().isEmpty())
                        .map(TrainingAnimation::of)
                : Optional.empty();
    }

    /** Which model, epoch, seed and data the figures are of. */
    Attribution origin() {
        return shown.origin();
    }
}
