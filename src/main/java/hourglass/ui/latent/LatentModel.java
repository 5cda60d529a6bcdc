package hourglass.ui.latent;

import hourglass.core.latent.Spot;
import hourglass.core.spec.Preset;
import hourglass.session.ask.InferenceService;
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.look.Origin;
import hourglass.session.look.Suitability;
import hourglass.session.run.EpochArchive;
import hourglass.ui.kit.InteractionMeter;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.NetworkChoice;
import hourglass.ui.kit.Undoable;
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

    /** Codes of two numbers are a plane by themselves, and the prior makes one of the others. */
    public static final Suitability SUITABILITY = new Suitability(
            look -> hasPlane(look) && (look.codeSize() == 2 || look.isVariational()),
            List.of(Preset.VAE_2, Preset.VAE_CONV_2));

    private final Chooser chooser;
    private final NetworkChoice networks;
    private final Epochs epochs;
    private final LongSupplier nanos;
    private final SpaceModel space;
    private final SpaceModel besideSpace;
    private final ManifoldModel manifold;
    private final ManifoldModel besideManifold;
    private final HolesModel holes;
    private final HolesModel besideHoles;
    private final PathModel path;
    private final PickModel pick;
    private final DirectionModel direction;
    private final DiceModel dice;
    private final NumbersModel numbers;
    private final InteractionMeter meter = new InteractionMeter();
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring", false);
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(this, "speed", "");
    private final BooleanProperty beside = new SimpleBooleanProperty(this, "beside", false);
    private final ObjectProperty<Backdrop> backdrop = new SimpleObjectProperty<>(this, "backdrop", Backdrop.CODES);
    private final IntegerProperty isolated = new SimpleIntegerProperty(this, "isolated", -1);
    private final IntegerProperty epoch = new SimpleIntegerProperty(this, "epoch", NOW);
    private final ReadOnlyObjectWrapper<List<Integer>> keptEpochs =
            new ReadOnlyObjectWrapper<>(this, "keptEpochs", List.of());
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.PATH);
    private final Questions questions;
    private final Questions besideQuestions;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper besideProblem = new ReadOnlyStringWrapper(this, "besideProblem", "");
    private @Nullable Look looked;

    /** Over the services it looks at; {@code soon} runs tasks on the FX thread. */
    public LatentModel(Chooser chooser, InferenceService inference, EpochArchive archive, Executor soon) {
        this(chooser, inference, Epochs.of(archive), soon, System::nanoTime);
    }

    LatentModel(Chooser chooser, InferenceService inference, Epochs epochs, Executor soon, LongSupplier nanos) {
        this.chooser = chooser;
        networks = new NetworkChoice(chooser);
        this.epochs = epochs;
        this.nanos = nanos;
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
        dice = new DiceModel(space, questions, new DiceModel(besideSpace, besideQuestions));
        numbers = new NumbersModel(space, questions);
        numbers.shownProperty().bind(backdrop.isEqualTo(Backdrop.NUMBERS));
        direction.shownProperty().bind(tool.isEqualTo(Tool.DIRECTION));
        tool.addListener((observed, before, now) -> questions.clear());
        measuring.addListener((observed, before, now) -> {
            meter.restart();
            speed.set(meter.inWords());
        });
        space.spotProperty().addListener((observed, before, now) -> sameHandleBeside());
        besideSpace.mapProperty().addListener((observed, before, now) -> sameHandleBeside());
    }

    /** From now on choices by hand can be taken back. */
    public void remember(History history) {
        Undoable.follow(history, Messages.text("undo.class"), isolated);
        Undoable.follow(history, Messages.text("undo.dice"), dice.seedProperty());
        path.remember(history);
        pick.remember(history);
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            path.playingProperty().set(false);
            return;
        }
        networks.tick();
        Look chosen = chooser.look();
        classNames.set(chosen.test().classNames());
        if (isolated.get() >= chosen.test().classCount()) {
            isolated.set(-1);
        }
        Look look = atEpoch(chosen);
        if (!look.isSameRun(looked)) {
            questions.clear();
        }
        looked = look;
        // The picture under the hand is asked for at once elsewhere; these are long and come in portions.
        if (hasPlane(look)) {
            problem.set(questions.problem());
            space.tick(look);
            manifold.tick();
            holes.tick();
            numbers.tick();
            tickTool();
        } else {
            problem.set(Words.unfit(look));
            space.clear();
        }
        tickBeside(look);
    }

    /** Whether a network can take the images and has at least a plane of codes. */
    static boolean hasPlane(Look look) {
        return look.fits() && look.codeSize() >= 2;
    }

    /** Only what can be seen is decoded anew; a walk along the path goes on behind any tool. */
    private void tickTool() {
        path.walk(nanos.getAsLong());
        switch (tool.get()) {
            case PATH -> path.tick();
            case IMAGE, DIRECTION -> pick.tick();
            case DICE -> dice.tick(beside.get());
            case NUMBERS -> {}
        }
    }

    private void tickBeside(Look look) {
        if (!beside.get()) {
            return;
        }
        Optional<Look> other = look.isVariational() ? plain() : variational();
        besideProblem.set(other.isEmpty() ? Words.noneBeside(look) : besideQuestions.problem());
        if (other.isEmpty()) {
            besideSpace.clear();
        } else {
            besideSpace.tick(other.get());
            besideManifold.tick();
            besideHoles.tick();
        }
    }

    /** A plain network of two numbers to hold against a variational one: one of this evening, else the shipped one. */
    private Optional<Look> plain() {
        return chooser.offered().stream()
                .filter(look -> !look.isVariational() && look.codeSize() == 2 && look.fits())
                .findFirst();
    }

    /** The variational one to hold against a plain network that was chosen. */
    private Optional<Look> variational() {
        return SUITABILITY.otherwise().stream()
                .flatMap(preset -> chooser.shipped(preset).stream())
                .filter(Look::fits)
                .findFirst();
    }

    /** The training started last as it was after the epoch chosen, once that is read. */
    private Look atEpoch(Look now) {
        boolean newest = now.origin() == Origin.TRAINING || now.origin() == Origin.TONIGHT;
        if (!newest || !chooser.isNewestTraining(now)) {
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
                .filter(old -> wanted != NOW
                        && old.progress().epochs() == wanted
                        && old.run().equals(now.run()))
                .map(old -> new Look(now.origin(), now.name(), old, now.data()))
                .orElse(now);
    }

    /** Epochs are thinned out in a long run, and a new run begins with none. */
    private static int nearest(List<Integer> kept, int gone) {
        return kept.stream()
                .min(Comparator.comparingInt(each -> Math.abs(each - gone)))
                .orElse(NOW);
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

    /** Whether the codes on the screen are those of the network chosen. */
    boolean isSettled() {
        return space.mapProperty()
                .get()
                .filter(known -> known.look().isSameRun(looked))
                .isPresent();
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

    /** New garments drawn at random. */
    public DiceModel dice() {
        return dice;
    }

    NumbersModel numbers() {
        return numbers;
    }

    /** Throws the dice, or shows what they threw. */
    public void throwDice() {
        if (tool.get() == Tool.DICE) {
            dice.throwAgain();
        }
        tool.set(Tool.DICE);
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

    /** The networks on offer and the one shown. */
    NetworkChoice networks() {
        return networks;
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
