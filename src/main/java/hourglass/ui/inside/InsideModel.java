package hourglass.ui.inside;

import hourglass.core.data.ImageSet;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.file.ViewStates;
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.look.ChosenImage;
import hourglass.session.look.Look;
import hourglass.session.measure.NetworkInput;
import hourglass.session.measure.Walk;
import hourglass.session.measure.WalkStage;
import hourglass.session.run.TrainingService;
import hourglass.ui.kit.FigureCommand;
import hourglass.ui.kit.LookWords;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.ViewMemory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the Inside view shows: follows the network in use and the image chosen, and asks for the walk of one through the other. */
public final class InsideModel {
    /** Ankle boots are dark and bright, flat and round. */
    private static final int BOOT = 9;
    /** Stages that are lit while nothing is played. */
    static final int ALL = Integer.MAX_VALUE;

    private static final long PER_STAGE = TimeUnit.MILLISECONDS.toNanos(700);

    private final Chooser chooser;
    private final InferenceSlot<Inside> slot;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.WALK);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final BooleanProperty spoiling = new SimpleBooleanProperty(this, "spoiling", false);
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ReadOnlyObjectWrapper<Optional<Inside>> inside =
            new ReadOnlyObjectWrapper<>(this, "inside", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyIntegerWrapper lit = new ReadOnlyIntegerWrapper(this, "lit", ALL);
    private final LongSupplier nanos;
    private long playedAt;
    private final SurgeryModel surgery;
    private final UnitsModel units;
    private final SlowModel slow;
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring", false);
    private History history = History.unseen();
    private @Nullable Look look;
    private int image = -1;
    private ChosenImage asked = ChosenImage.NONE;
    private long draw = 1;
    private boolean soiled;

    /** The four ways to look inside. */
    public enum Mode {
        /** Every layer of one image. */
        WALK,
        /** The code changed by hand. */
        SURGERY,
        /** A picture for each number of the code. */
        UNITS,
        /** One batch of training. */
        SLOW_MOTION
    }

    /**
     * One image inside one network. Immutable.
     *
     * @param look the network
     * @param image which image
     * @param input what the network was given of it
     * @param walk what each layer made of it
     * @param stages the same as pictures
     */
    record Inside(Look look, ChosenImage image, NetworkInput input, Walk walk, List<WalkStage> stages) {
        static Inside of(Network network, Look look, ChosenImage image, NetworkInput input, long draw) {
            ImageSet test = look.test();
            Walk walk = Walk.of(network, look.snapshot(), image.pixels(test), image.given(input, test), draw);
            return new Inside(look, image, input, walk, WalkStage.of(walk, test.width(), test.height()));
        }
    }

    /** Over the services it looks at; {@code soon} runs tasks on the FX thread. */
    public InsideModel(
            Chooser chooser,
            InferenceService inference,
            TrainingService training,
            Supplier<NetworkFactory> networks,
            Executor soon) {
        this(chooser, inference, training, networks, soon, System::nanoTime);
    }

    InsideModel(
            Chooser chooser,
            InferenceService inference,
            TrainingService training,
            Supplier<NetworkFactory> networks,
            Executor soon,
            LongSupplier nanos) {
        this.chooser = chooser;
        this.nanos = nanos;
        slot = inference.slot(soon, this::take);
        surgery = new SurgeryModel(inference, soon);
        units = new UnitsModel(inference, soon, nanos);
        slow = new SlowModel(training, networks, inference, soon, nanos);
        inside.addListener((observed, before, now) -> surgery.follow(now));
        label.addListener((observed, before, now) -> {
            chooser.leaveOwn();
            chooseFirst();
        });
        spoiling.addListener((observed, before, now) -> soiled = true);
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get() || mode.get() != Mode.SLOW_MOTION) {
            slow.leave();
        }
        if (!shown.get()) {
            units.hold();
            return;
        }
        Look now = chooser.look();
        if (!now.equals(look)) {
            follow(now);
        }
        ChosenImage chosen = chooser.image(image);
        soiled |= !chosen.equals(asked);
        if (soiled && now.fits() && chosen.exists() && !slot.isWaiting()) {
            soiled = false;
            ask(now);
        }
        inside.get().ifPresent(this::playOn);
        if (!now.fits()) {
            units.clear();
        } else if (mode.get() == Mode.UNITS) {
            units.tick(now, new NetworkInput(given(now)));
        } else {
            units.hold();
        }
        if (now.fits() && mode.get() == Mode.SLOW_MOTION) {
            slow.tick(now);
        }
    }

    /** Silences a number in the code of the image chosen, and shows that. */
    void silence(int number) {
        mode.set(Mode.SURGERY);
        surgery.selectedProperty().set(number);
        if (!surgery.isSilenced(number)) {
            surgery.silence(number);
        }
    }

    private void playOn(Inside now) {
        if (lit.get() != ALL) {
            int stages = 1 + (int) ((nanos.getAsLong() - playedAt) / PER_STAGE);
            lit.set(stages > now.stages().size() ? ALL : stages);
        }
    }

    /** Lights stage after stage from the beginning, or all of them where that is under way. */
    public void play() {
        playedAt = nanos.getAsLong();
        lit.set(lit.get() == ALL ? 1 : ALL);
    }

    private void follow(Look now) {
        Look before = look;
        look = now;
        soiled = true;
        if (!now.isSameRun(before)) {
            slot.forget();
            inside.set(Optional.empty());
            spoiling.set(now.experiment().noise().isNoisy());
        }
        if (!now.isOfSameData(before)) {
            image = -1;
            classNames.set(now.test().classNames());
            if (label.get() >= now.test().classCount()) {
                label.set(-1);
            }
            chooseFirst();
        }
        problem.set(now.fits() ? "" : LookWords.wrongSize(now));
        if (!now.fits()) {
            slot.forget();
            inside.set(Optional.empty());
        }
    }

    private void ask(Look now) {
        ChosenImage chosen = chooser.image(image);
        asked = chosen;
        NetworkInput input = new NetworkInput(given(now));
        long drawn = draw;
        slot.ask(now.snapshot(), network -> Inside.of(network, now, chosen, input, drawn));
    }

    /** The noise that the network learnt with, or a standard one where it learnt without. */
    private NoiseSpec given(Look now) {
        NoiseSpec own = now.experiment().noise();
        NoiseSpec noise = own.isNoisy() ? own : new NoiseSpec(NoiseKind.GAUSSIAN, 0.2);
        return spoiling.get() ? noise : NoiseSpec.CLEAN;
    }

    private void take(InferenceAnswer<Inside> answer) {
        if (answer.hasFailed()) {
            problem.set(answer.problem());
        }
        answer.value().ifPresent(made -> {
            problem.set("");
            inside.set(Optional.of(made));
        });
    }

    private void chooseFirst() {
        if (look != null) {
            ImageSet test = look.test();
            int wanted = label.get() >= 0 ? label.get() : Math.min(BOOT, test.classCount() - 1);
            image = next(-1, 1, wanted);
            image = image < 0 ? Math.min(0, test.size() - 1) : image;
            soiled = true;
        }
    }

    /** The next image in a direction whose class is {@code wanted}, −1 for any; round the end; −1 where there is none. */
    private int next(int from, int step, int wanted) {
        ImageSet test = Objects.requireNonNull(look).test();
        for (int i = 1; i <= test.size(); i++) {
            int candidate = Math.floorMod(from + i * step, test.size());
            if (wanted < 0 || test.label(candidate) == wanted) {
                return candidate;
            }
        }
        return -1;
    }

    /** Chooses the next image of the class, or the one before it. */
    public void step(int direction) {
        if (look != null && image >= 0) {
            int found = next(image, direction, label.get());
            int before = image;
            chooser.leaveOwn();
            look(found < 0 ? image : found);
            history.changed(Messages.text("undo.image"), before, image, this::look);
        }
    }

    private void look(int other) {
        image = other;
        soiled = true;
    }

    /** From now on choices by hand can be taken back. */
    public void remember(History list) {
        history = list;
        surgery.remember(list);
    }

    /** How the view is set. */
    ViewStates.Inside state() {
        return new ViewStates.Inside(
                ViewStates.word(mode.get()), label.get(), spoiling.get(), image, draw, surgery.cut());
    }

    /** Sets it as it was, as far as these data have such images. */
    void restore(ViewStates.Inside state) {
        ViewStates.setting(Mode.class, state.mode()).ifPresent(mode::set);
        label.set(state.label() < classNames.get().size() ? state.label() : -1);
        spoiling.set(state.spoiling());
        draw = state.draw();
        if (look != null && state.image() >= 0 && state.image() < look.test().size()) {
            look(state.image());
        }
    }

    /** Cuts the code again once it is the one of the image chosen. */
    boolean cut(ViewStates.Inside state) {
        boolean there = !soiled && !slot.isWaiting() && inside.get().isPresent();
        if (there) {
            surgery.cut(state.cut());
        }
        return there || state.cut().isEmpty();
    }

    /** What makes the table of the numbers of the code again. */
    public Optional<FigureCommand> command() {
        return mode.get() == Mode.UNITS
                ? units.foundProperty()
                        .get()
                        .map(found -> FigureCommand.of(found.look(), List.of("render", "--no-map")))
                : Optional.empty();
    }

    /** How the view is set, to be told and set again. */
    public ViewMemory<ViewStates.Inside> memory() {
        return new ViewMemory<>(this::state, () -> shown.get() && image >= 0, this::restore, this::cut);
    }

    /** Draws ε anew, where the network has a distribution. */
    public void drawAgain() {
        draw++;
        soiled = true;
    }

    /** Whether somebody can see the view; otherwise nothing is computed. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** What is being looked at. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** The class whose images are stepped through, −1 for all. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** Whether the network is given a noisy image. */
    public BooleanProperty spoilingProperty() {
        return spoiling;
    }

    /** Names of the classes of the data in use. */
    public ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    /** The image inside the network; empty until it is computed. */
    ReadOnlyObjectProperty<Optional<Inside>> insideProperty() {
        return inside.getReadOnlyProperty();
    }

    /** The code under the knife. */
    public SurgeryModel surgery() {
        return surgery;
    }

    /** What each number of the code does. */
    public UnitsModel units() {
        return units;
    }

    /** One batch of training. */
    public SlowModel slow() {
        return slow;
    }

    /** Whether it is measured how fast pictures follow the hand. */
    public BooleanProperty measuringProperty() {
        return measuring;
    }

    /** How many stages are lit, from the first; {@link #ALL} where nothing is played. */
    ReadOnlyIntegerProperty litProperty() {
        return lit.getReadOnlyProperty();
    }

    /** Why nothing can be shown; empty when something can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
