package hourglass.ui.denoise;

import hourglass.core.Identity;
import hourglass.core.data.ClassTurns;
import hourglass.core.data.DataSet;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.data.DataService;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.project.ModelService;
import hourglass.ui.kit.InteractionMeter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the Denoise view shows: spoils test images as the hand says and asks two networks to repair them. */
public final class DenoiseModel {
    /** Images side by side. */
    static final int COLUMNS = 10;
    /** Where the slider ends. */
    static final double HIGHEST = DenoisingErrors.HIGHEST;

    /** After a movement the curves leave the inference thread to the pictures for this long. */
    private static final long HAND_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final NetworkChoice networks;
    private final DataService data;
    private final InferenceSlot<DenoisePictures> slot;
    private final CurveMeasuring measured;
    private final LongSupplier nanos;
    private final Drawings drawings = new Drawings();
    private final InteractionMeter meter = new InteractionMeter();

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring", false);
    private final DoubleProperty level = new SimpleDoubleProperty(this, "level", 0.2);
    private final ObjectProperty<NoiseKind> kind = new SimpleObjectProperty<>(this, "kind", NoiseKind.GAUSSIAN);
    private final LongProperty noiseSeed = new SimpleLongProperty(this, "noiseSeed", 1);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final LongProperty shuffle = new SimpleLongProperty(this, "shuffle", 0);
    private final ReadOnlyObjectWrapper<NetworkOption> option =
            new ReadOnlyObjectWrapper<>(this, "option", NetworkOption.IN_USE);
    private final ReadOnlyObjectWrapper<List<NetworkOption>> options =
            new ReadOnlyObjectWrapper<>(this, "options", List.of(NetworkOption.IN_USE));
    private final ObjectProperty<BrushTip> brush =
            new SimpleObjectProperty<>(this, "brush", new BrushTip(BrushTip.Ink.BLACK, BrushTip.MEDIUM));
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", 0);
    private final ReadOnlyObjectWrapper<Optional<Subject>> looked =
            new ReadOnlyObjectWrapper<>(this, "subject", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DenoisePictures>> pictures =
            new ReadOnlyObjectWrapper<>(this, "pictures", Optional.empty());
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(this, "curves", Curves.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper curveProblem = new ReadOnlyStringWrapper(this, "curveProblem", "");

    private @Nullable Subject subject;
    private boolean chosenByHand;
    private boolean noiseByHand;
    private int[] images = new int[0];
    private long lastMoved;

    /**
     * Over the services it looks at.
     *
     * @param window brings answers to the thread of the window as soon as they are there
     */
    public DenoiseModel(ModelService models, InferenceService inference, DataService data, Executor window) {
        this(models, inference, data, window, System::nanoTime);
    }

    DenoiseModel(
            ModelService models, InferenceService inference, DataService data, Executor window, LongSupplier nanos) {
        this.data = data;
        this.nanos = nanos;
        networks = new NetworkChoice(models);
        slot = inference.slot(window, this::take);
        measured = new CurveMeasuring(inference, nanos);
        lastMoved = nanos.getAsLong() - HAND_NANOS;
        level.addListener((observed, before, now) -> moved());
        noiseSeed.addListener((observed, before, now) -> ask(0));
        kind.addListener((observed, before, now) -> kindChanged());
        label.addListener((observed, before, now) -> pickAnew());
        shuffle.addListener((observed, before, now) -> pickAnew());
        measuring.addListener((observed, before, now) -> meter.restart());
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            measured.rest();
            return;
        }
        followOptions();
        var model = networks.model(option.get());
        Subject now = new Subject(model, networks.rival(model), data.state().data());
        if (!now.is(subject)) {
            follow(now);
        }
        if (!now.fits()) {
            return;
        }
        if (nanos.getAsLong() - lastMoved < HAND_NANOS) {
            measured.hold();
        } else {
            measured.tick(now, kind.get());
            curves.set(measured.curves());
            curveProblem.set(measured.problem());
        }
    }

    private void followOptions() {
        List<NetworkOption> offered = networks.options();
        if (!offered.equals(options.get())) {
            options.set(offered);
        }
        if (!chosenByHand) {
            option.set(networks.suitable(data.state().data().test().pixelsPerImage()));
        } else if (!offered.contains(option.get())) {
            option.set(NetworkOption.IN_USE);
        }
    }

    private void follow(Subject now) {
        Subject before = subject;
        subject = now;
        looked.set(Optional.of(now));
        boolean otherData = before == null || !Identity.same(before.data(), now.data());
        if (otherData) {
            followData(before == null ? null : before.data(), now.data());
        }
        if (!now.continues(before) && !now.is(before)) {
            curves.set(Curves.NONE);
            suggestNoise(now);
        }
        if (otherData || !now.fits()) {
            pictures.set(Optional.empty());
        }
        problem.set(now.fits() ? "" : Words.wrongSize(now));
        // What is still being answered about a run that only went on keeps up with the hand.
        if (!now.continues(before)) {
            slot.forget();
        }
        ask(0);
    }

    private void followData(@Nullable DataSet before, DataSet now) {
        if (before != null && !before.test().classNames().equals(now.test().classNames())) {
            label.set(-1);
        }
        drawings.clearAll();
        selected.set(0);
        images = pick(now);
    }

    /** Begins with the noise the network knows, until a hand chooses another. */
    private void suggestNoise(Subject now) {
        NoiseSpec known = now.trainedWith();
        if (!noiseByHand && known.isNoisy()) {
            kind.set(known.kind());
            level.set(Math.min(HIGHEST, known.level()));
            noiseByHand = false;
        }
    }

    private int[] pick(DataSet from) {
        return ClassTurns.of(from.test(), label.get(), shuffle.get(), COLUMNS);
    }

    private void pickAnew() {
        if (subject != null) {
            images = pick(subject.data());
            selected.set(0);
            ask(0);
        }
    }

    private void kindChanged() {
        noiseByHand = true;
        ask(0);
    }

    private void moved() {
        noiseByHand = true;
        hand();
    }

    /** Something was moved by hand and should be followed by a picture at once. */
    private void hand() {
        lastMoved = nanos.getAsLong();
        meter.asked(lastMoved);
        measured.hold();
        ask(meter.lastAsked());
    }

    private void ask(long movedAt) {
        Subject now = subject;
        if (now == null || !now.fits() || !shown.get()) {
            return;
        }
        NoiseSpec noise = new NoiseSpec(kind.get(), level.get());
        List<Integer> chosen = Arrays.stream(images).boxed().toList();
        slot.askAll(now.snapshots(), new DenoiseQuestion(now, chosen, noise, noiseSeed.get(), drawings.all(), movedAt));
    }

    private void take(InferenceAnswer<DenoisePictures> answer) {
        Subject now = subject;
        if (now == null || !now.fits()) {
            return;
        }
        problem.set(answer.problem());
        pictures.set(answer.value());
    }

    /** The level of the noise, 0 … {@link #HIGHEST}. */
    public DoubleProperty levelProperty() {
        return level;
    }

    /** The kind of noise. */
    public ObjectProperty<NoiseKind> kindProperty() {
        return kind;
    }

    /** Seed of the noise; the same seed spoils the same pixels at every level. */
    public LongProperty noiseSeedProperty() {
        return noiseSeed;
    }

    /** Other noise. */
    public void newNoise() {
        noiseSeed.set(noiseSeed.get() + 1);
    }

    /** Shows images of this class, −1 for all. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** Seed by which images are drawn, 0 for the first ones. */
    public LongProperty shuffleProperty() {
        return shuffle;
    }

    /** Draws other images. */
    public void shuffleImages() {
        shuffle.set(shuffle.get() + 1);
    }

    /** The network looked at. */
    ReadOnlyObjectProperty<NetworkOption> optionProperty() {
        return option.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<NetworkOption>> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    /** Looks at this network from now on. */
    void choose(NetworkOption wanted) {
        chosenByHand = true;
        option.set(wanted);
    }

    /** The chosen column, which is shown large. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Chooses a column. */
    public void select(int column) {
        if (column >= 0 && column < images.length) {
            selected.set(column);
        }
    }

    /** What the hand paints with. */
    ObjectProperty<BrushTip> brushProperty() {
        return brush;
    }

    /** Paints over the chosen image from one pixel to another. */
    public void paint(int fromX, int fromY, int toX, int toY) {
        Subject now = subject;
        if (now != null && now.fits() && selected.get() < images.length) {
            int image = images[selected.get()];
            Drawing before = drawings.of(image, now.test().width(), now.test().height());
            drawings.put(image, before.with(fromX, fromY, toX, toY, brush.get()));
            hand();
        }
    }

    /** Removes what was painted over the chosen image. */
    public void clearDrawing() {
        if (selected.get() < images.length && drawings.has(images[selected.get()])) {
            drawings.clear(images[selected.get()]);
            ask(0);
        }
    }

    /** Whether somebody can see the view; otherwise nothing is computed. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether the speed of the answers is shown. */
    public BooleanProperty measuringProperty() {
        return measuring;
    }

    InteractionMeter meter() {
        return meter;
    }

    ReadOnlyObjectProperty<Optional<Subject>> subjectProperty() {
        return looked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DenoisePictures>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** Why a curve is missing; empty when none is. */
    ReadOnlyStringProperty curveProblemProperty() {
        return curveProblem.getReadOnlyProperty();
    }

    /** Why nothing can be shown; empty when something can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
