package hourglass.ui.latent;

import hourglass.core.data.DataSet;
import hourglass.core.latent.Spot;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.ask.InferenceService;
import hourglass.session.data.DataService;
import hourglass.session.project.ActiveModel;
import hourglass.session.project.ModelService;
import hourglass.session.run.EpochArchive;
import hourglass.ui.kit.InteractionMeter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the Latent view shows: which network, its latent space, another one beside it, and the tools that use a space. */
public final class LatentModel {
    /** Stands on the epoch slider for the newest weights. */
    static final int NOW = Integer.MAX_VALUE;

    private final DataService data;
    private final Epochs epochs;
    private final LongSupplier nanos;
    private final Subjects subjects;
    private final SpaceModel space;
    private final SpaceModel besideSpace;
    private final ManifoldModel manifold;
    private final ManifoldModel besideManifold;
    private final HolesModel holes;
    private final HolesModel besideHoles;
    private final PathModel path;
    private final PickModel pick;
    private final DirectionModel direction;
    private final InteractionMeter meter = new InteractionMeter();
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring", false);
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(this, "speed", "");
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside", false);
    private final ObjectProperty<Backdrop> backdrop = new SimpleObjectProperty<>(this, "backdrop", Backdrop.CODES);
    private final IntegerProperty isolated = new SimpleIntegerProperty(this, "isolated", -1);
    private final IntegerProperty epoch = new SimpleIntegerProperty(this, "epoch", NOW);
    private final ReadOnlyObjectWrapper<List<NetworkChoice>> choices =
            new ReadOnlyObjectWrapper<>(this, "choices", List.of());
    private final ReadOnlyObjectWrapper<NetworkChoice> choice =
            new ReadOnlyObjectWrapper<>(this, "choice", NetworkChoice.IN_USE);
    private final ReadOnlyObjectWrapper<List<Integer>> keptEpochs =
            new ReadOnlyObjectWrapper<>(this, "keptEpochs", List.of());
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.PATH);
    private final Questions questions;
    private final Questions besideQuestions;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper besideProblem = new ReadOnlyStringWrapper(this, "besideProblem", "");
    private @Nullable Subject looked;

    /** Over the services it looks at; {@code soon} runs tasks on the FX thread. */
    public LatentModel(
            ModelService models, InferenceService inference, DataService data, EpochArchive archive, Executor soon) {
        this(models, inference, data, Epochs.of(archive), soon, System::nanoTime);
    }

    LatentModel(
            ModelService models,
            InferenceService inference,
            DataService data,
            Epochs epochs,
            Executor soon,
            LongSupplier nanos) {
        this.data = data;
        this.epochs = epochs;
        this.nanos = nanos;
        subjects = new Subjects(models);
        questions = new Questions(inference, soon);
        besideQuestions = new Questions(inference, soon);
        space = new SpaceModel(questions, meter);
        besideSpace = new SpaceModel(besideQuestions, meter);
        manifold = new ManifoldModel(space, questions);
        besideManifold = new ManifoldModel(besideSpace, besideQuestions);
        holes = new HolesModel(space, questions);
        besideHoles = new HolesModel(besideSpace, besideQuestions);
        path = new PathModel(space, questions);
        pick = new PickModel(space, questions);
        direction = new DirectionModel(space, pick, questions);
        direction.shownProperty().bind(tool.isEqualTo(Tool.DIRECTION));
        tool.addListener((observed, before, now) -> questions.clear());
        measuring.addListener((observed, before, now) -> {
            meter.restart();
            speed.set(meter.inWords());
        });
        space.spotProperty().addListener((observed, before, now) -> sameHandleBeside());
        besideSpace.mapProperty().addListener((observed, before, now) -> sameHandleBeside());
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            path.playingProperty().set(false);
            return;
        }
        DataSet now = data.state().data();
        classNames.set(now.test().classNames());
        if (isolated.get() >= now.test().classCount()) {
            isolated.set(-1);
        }
        choices.set(subjects.choices());
        choice.set(subjects.choice(now));
        Subject subject = atEpoch(subjects.main(now));
        if (!subject.continues(looked)) {
            questions.clear();
        }
        looked = subject;
        // The picture under the hand is asked for at once elsewhere; these are long and come in portions.
        if (subject.fits()) {
            problem.set(questions.problem());
            space.tick(subject);
            manifold.tick();
            holes.tick();
            tickTool();
        } else {
            problem.set(Words.unfit(subject));
            space.clear();
        }
        tickBeside(subject, now);
    }

    /** Only what can be seen is decoded anew; a walk along the path goes on behind any tool. */
    private void tickTool() {
        path.walk(nanos.getAsLong());
        switch (tool.get()) {
            case PATH -> path.tick();
            case IMAGE, DIRECTION -> pick.tick();
            case NUMBERS -> {}
        }
    }

    private void tickBeside(Subject subject, DataSet now) {
        if (!beside.get()) {
            return;
        }
        Optional<Subject> other = subject.isVariational() ? subjects.plain(now) : subjects.variational(now);
        besideProblem.set(other.isEmpty() ? Words.noneBeside(subject) : besideQuestions.problem());
        if (other.isEmpty()) {
            besideSpace.clear();
        } else {
            besideSpace.tick(other.get());
            besideManifold.tick();
            besideHoles.tick();
        }
    }

    /** The network in training as it was after the epoch chosen, once that is read. */
    private Subject atEpoch(Subject now) {
        if (!now.isTraining()) {
            keptEpochs.set(List.of());
            epoch.set(NOW);
            return now;
        }
        List<Integer> kept = epochs.epochs();
        keptEpochs.set(kept);
        if (epoch.get() != NOW && !kept.contains(epoch.get())) {
            showEpoch(nearest(kept, epoch.get()));
        }
        int wanted = epoch.get();
        return epochs.opened()
                .filter(old -> wanted != NOW && old.progress().epochs() == wanted && ofRun(old, now))
                .map(old -> new Subject(new ActiveModel(ActiveModel.Source.TRAINING, "", old), now.data()))
                .orElse(now);
    }

    /** Epochs are thinned out in a long run, and a new run begins with none. */
    private static int nearest(List<Integer> kept, int gone) {
        return kept.stream()
                .min(Comparator.comparingInt(each -> Math.abs(each - gone)))
                .orElse(NOW);
    }

    private static boolean ofRun(ModelSnapshot old, Subject now) {
        Experiment then = old.experiment();
        return then.model().equals(now.experiment().model())
                && then.seed() == now.experiment().seed();
    }

    /** Shows the network as it was after an epoch, or {@link #NOW}. */
    void showEpoch(int wanted) {
        if (wanted != epoch.get()) {
            epoch.set(wanted);
            if (wanted != NOW) {
                epochs.open(wanted);
            }
        }
    }

    /** Shows another network. */
    void choose(NetworkChoice wanted) {
        questions.clear();
        subjects.pick(wanted);
        choice.set(wanted);
    }

    /** Both handles stand equally many standard deviations from the middle of the codes. */
    private void sameHandleBeside() {
        LatentMap here = space.mapProperty().get().orElse(null);
        LatentMap there = besideSpace.mapProperty().get().orElse(null);
        if (beside.get() && here != null && there != null) {
            Spot to = there.codes()
                    .fromStandard(here.codes().standard(space.spotProperty().get()));
            besideSpace.moveTo(to.x(), to.y());
        }
    }

    /** The hand moved the handle of the network beside. */
    void moveBeside(double x, double y) {
        LatentMap here = space.mapProperty().get().orElse(null);
        LatentMap there = besideSpace.mapProperty().get().orElse(null);
        if (here != null && there != null) {
            Spot to = here.codes().fromStandard(there.codes().standard(new Spot(x, y)));
            moveTo(to.x(), to.y());
        }
    }

    /** The hand moved the handle. */
    public void moveTo(double x, double y) {
        path.playingProperty().set(false);
        space.moveTo(x, y);
    }

    /** Whether somebody can see the view; otherwise nothing is computed. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether the speed of the answers is shown. */
    public BooleanProperty measuringProperty() {
        return measuring;
    }

    /** How fast the picture follows the hand, in a line. */
    ReadOnlyStringProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** The picture for the movement at {@code asked} is on its canvas. */
    void painted(long asked, long now) {
        if (measuring.get()) {
            meter.painted(asked, now);
            speed.set(meter.inWords());
        }
    }

    /** The latent space in the middle of everything. */
    public SpaceModel space() {
        return space;
    }

    SpaceModel besideSpace() {
        return besideSpace;
    }

    ManifoldModel manifold() {
        return manifold;
    }

    ManifoldModel besideManifold() {
        return besideManifold;
    }

    HolesModel holes() {
        return holes;
    }

    HolesModel besideHoles() {
        return besideHoles;
    }

    PathModel path() {
        return path;
    }

    PickModel pick() {
        return pick;
    }

    DirectionModel direction() {
        return direction;
    }

    /** The tool that is shown. */
    ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** Whether a plain network stands beside a variational one, or the other way round. */
    public BooleanProperty besideProperty() {
        return beside;
    }

    ObjectProperty<Backdrop> backdropProperty() {
        return backdrop;
    }

    /** The class whose codes are shown strongly, −1 for all. */
    IntegerProperty isolatedProperty() {
        return isolated;
    }

    /** The epoch looked back at, or {@link #NOW}. */
    IntegerProperty epochProperty() {
        return epoch;
    }

    /** Epochs of the run one can look back at; empty for other networks. */
    ReadOnlyObjectProperty<List<Integer>> keptEpochsProperty() {
        return keptEpochs.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<NetworkChoice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<NetworkChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Names of the classes of the data in use. */
    ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    /** Why nothing can be shown; empty when something can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why there is nothing beside, or nothing new. */
    ReadOnlyStringProperty besideProblemProperty() {
        return besideProblem.getReadOnlyProperty();
    }
}
