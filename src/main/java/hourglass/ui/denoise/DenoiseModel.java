package hourglass.ui.denoise;

import hourglass.core.Identity;
import hourglass.core.data.ClassTurns;
import hourglass.core.data.DataSet;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.look.ChosenImage;
import hourglass.session.look.Suitability;
import hourglass.session.measure.DenoisingErrors;
import hourglass.ui.kit.InteractionMeter;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Undoable;
import hourglass.ui.pictures.BrushTip;
import hourglass.ui.pictures.Drawing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
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

    /** One that learnt to remove noise. */
    public static final Suitability SUITABILITY = new Suitability(
            look -> look.fits() && Compared.isNoisy(look), List.of(Preset.CONV_DENOISE, Preset.DENOISE_64));

    private final Chooser chooser;
    private final InferenceSlot<DenoisePictures> slot;
    private final CurveMeasuring measured;
    private final LongSupplier nanos;
    final Drawings drawings = new Drawings();
    private final InteractionMeter meter = new InteractionMeter();

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring", false);
    private final DoubleProperty level = new SimpleDoubleProperty(this, "level", 0.2);
    private final ObjectProperty<NoiseKind> kind = new SimpleObjectProperty<>(this, "kind", NoiseKind.GAUSSIAN);
    private final LongProperty noiseSeed = new SimpleLongProperty(this, "noiseSeed", 1);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final LongProperty shuffle = new SimpleLongProperty(this, "shuffle", 0);
    private final ObjectProperty<BrushTip> brush =
            new SimpleObjectProperty<>(this, "brush", new BrushTip(BrushTip.Ink.BLACK, BrushTip.MEDIUM));
    private final ObjectProperty<PictureRow> repairedBy =
            new SimpleObjectProperty<>(this, "repairedBy", PictureRow.DENOISED);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", 0);
    private final ReadOnlyObjectWrapper<Optional<Compared>> looked =
            new ReadOnlyObjectWrapper<>(this, "compared", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DenoisePictures>> pictures =
            new ReadOnlyObjectWrapper<>(this, "pictures", Optional.empty());
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(this, "curves", Curves.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper curveProblem = new ReadOnlyStringWrapper(this, "curveProblem", "");

    private History history = History.unseen();
    private @Nullable Compared compared;
    private boolean noiseByHand;
    private int[] tests = new int[0];
    /** One's own first, where it is shown, then the test images. */
    private List<ChosenImage> images = List.of();

    private ChosenImage first = ChosenImage.NONE;
    private long lastMoved;

    /**
     * Over the services it looks at.
     *
     * @param window brings answers to the thread of the window as soon as they are there
     */
    public DenoiseModel(Chooser chooser, InferenceService inference, Executor window) {
        this(chooser, inference, window, System::nanoTime);
    }

    DenoiseModel(Chooser chooser, InferenceService inference, Executor window, LongSupplier nanos) {
        this.chooser = chooser;
        this.nanos = nanos;
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
        Compared now = Compared.by(chooser);
        if (!now.equals(compared)) {
            follow(now);
        }
        followOwn();
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

    private void follow(Compared now) {
        Compared before = compared;
        compared = now;
        looked.set(Optional.of(now));
        boolean otherData = before == null || !now.look().isOfSameData(before.look());
        if (otherData) {
            followData(before == null ? null : before.data(), now.data());
        }
        if (!now.continues(before)) {
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

    /** One's own image stands first and is chosen when it comes. */
    private void followOwn() {
        ChosenImage now = chooser.image(-1);
        if (!now.equals(first)) {
            first = now;
            pickAnew();
        }
    }

    private void arrange() {
        images = Stream.concat(
                        Stream.of(first).filter(ChosenImage::exists),
                        Arrays.stream(tests).mapToObj(ChosenImage::test))
                .limit(COLUMNS)
                .toList();
    }

    private void followData(@Nullable DataSet before, DataSet now) {
        if (before != null && !before.test().classNames().equals(now.test().classNames())) {
            label.set(-1);
        }
        drawings.clearAll();
        pick(now);
    }

    /** Begins with the noise the network knows, until a hand chooses another. */
    private void suggestNoise(Compared now) {
        NoiseSpec known = now.trainedWith();
        if (!noiseByHand && known.isNoisy()) {
            kind.set(known.kind());
            level.set(Math.min(HIGHEST, known.level()));
            noiseByHand = false;
        }
    }

    private void pick(DataSet from) {
        tests = ClassTurns.of(from.test(), label.get(), shuffle.get(), COLUMNS);
        arrange();
        selected.set(0);
    }

    private void pickAnew() {
        if (compared != null) {
            pick(compared.data());
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

    void ask(long movedAt) {
        Compared now = compared;
        if (now == null || !now.fits() || !shown.get()) {
            return;
        }
        NoiseSpec noise = new NoiseSpec(kind.get(), level.get());
        slot.askAll(now.snapshots(), new DenoiseQuestion(now, images, noise, noiseSeed.get(), drawings.all(), movedAt));
    }

    private void take(InferenceAnswer<DenoisePictures> answer) {
        Compared now = compared;
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

    /** Whose repair is shown large: the network's, the median filter's or the second network's. */
    ObjectProperty<PictureRow> repairedByProperty() {
        return repairedBy;
    }

    /** The same, as far as it is there. */
    PictureRow shownRow() {
        PictureRow wanted = repairedBy.get();
        return pictures.get().filter(all -> all.has(wanted)).isPresent() ? wanted : PictureRow.DENOISED;
    }

    /** The chosen column, which is shown large. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Chooses a column. */
    public void select(int column) {
        if (column >= 0 && column < images.size()) {
            selected.set(column);
        }
    }

    /** From now on choices by hand and what is painted can be taken back. */
    public void remember(History list) {
        history = list;
        Undoable.follow(list, Messages.text("undo.image"), selected, column -> select(column.intValue()));
        Undoable.follow(list, Messages.text("undo.class"), label);
        Undoable.follow(list, Messages.text("undo.noise"), kind);
        Undoable.follow(list, Messages.text("undo.noise-level"), level);
        Undoable.follow(list, Messages.text("undo.images"), shuffle);
    }

    /** What the hand paints with. */
    ObjectProperty<BrushTip> brushProperty() {
        return brush;
    }

    /** Paints over the chosen image from one pixel to another. */
    public void paint(int fromX, int fromY, int toX, int toY) {
        Compared now = compared;
        if (now != null && now.fits() && selected.get() < images.size()) {
            ChosenImage image = images.get(selected.get());
            Drawing before = drawings.of(image, now.test().width(), now.test().height());
            Drawing after = before.with(fromX, fromY, toX, toY, brush.get());
            drawings.put(image, after);
            hand();
            history.changed(
                    Messages.text("undo.painted"), before, after, drawing -> restore(now.data(), image, drawing));
        }
    }

    private void restore(DataSet of, ChosenImage image, Drawing drawing) {
        Compared now = compared;
        if (now != null && Identity.same(now.data(), of)) {
            drawings.put(image, drawing);
            ask(0);
        }
    }

    /** Removes what was painted over the chosen image. */
    public void clearDrawing() {
        Compared now = compared;
        if (now != null && selected.get() < images.size() && drawings.has(images.get(selected.get()))) {
            ChosenImage image = images.get(selected.get());
            Drawing before = drawings.of(image, now.test().width(), now.test().height());
            drawings.clear(image);
            ask(0);
            history.did(
                    Messages.text("undo.cleared"),
                    () -> restore(now.data(), image, before),
                    () -> restore(
                            now.data(),
                            image,
                            Drawing.blank(now.test().width(), now.test().height())));
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

    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
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
