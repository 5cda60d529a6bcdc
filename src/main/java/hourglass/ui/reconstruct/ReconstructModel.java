package hourglass.ui.reconstruct;

import hourglass.core.Identity;
import hourglass.core.color.Ground;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.NoiseSpec;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.look.Chooser;
import hourglass.session.look.ChosenImage;
import hourglass.session.look.Look;
import hourglass.session.measure.BaselineService;
import hourglass.session.measure.ImageChoice;
import hourglass.session.measure.ImageChoice.Order;
import hourglass.session.measure.ImageErrors;
import hourglass.session.measure.NetworkInput;
import hourglass.ui.kit.LookWords;
import hourglass.ui.reconstruct.Comparison.Via;
import hourglass.ui.reconstruct.ErrorsModel.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the Reconstruct view shows: follows the network and the data in use and asks for pictures of test images. */
public final class ReconstructModel {
    /** Most images in the grid; more never fit. */
    static final int COLUMNS = 32;
    /** Errors beyond this have the colour of this, so that pictures can be compared. */
    static final double ERROR_RANGE = 0.3;

    private final Chooser chooser;
    private final BaselineService baselines;
    private final InferenceSlot<Pictures> slot;
    private final ErrorsModel errors;

    private final FilmModel film;
    private final CompressionModel compression;

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<Ground> ground = new SimpleObjectProperty<>(this, "ground", Ground.DARK);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", Order.IN_ORDER);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final LongProperty drawSeed = new SimpleLongProperty(this, "drawSeed", 1);
    private final ObjectProperty<Via> via = new SimpleObjectProperty<>(this, "via", Via.NETWORK);
    private final BooleanProperty spoiling = new SimpleBooleanProperty(this, "spoiling", true);
    private final ReadOnlyObjectWrapper<NetworkInput> input =
            new ReadOnlyObjectWrapper<>(this, "input", NetworkInput.CLEAN);
    private final ReadOnlyBooleanWrapper denoiser = new ReadOnlyBooleanWrapper(this, "denoiser", false);
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting", false);
    private final ReadOnlyObjectWrapper<Optional<Pictures>> pictures =
            new ReadOnlyObjectWrapper<>(this, "pictures", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    private @Nullable Look look;
    private Optional<PcaBasis> basis = Optional.empty();
    private int[] grid = new int[0];
    private int selectedImage = -1;
    private ChosenImage wanted = ChosenImage.NONE;
    private boolean selectFirst = true;
    private boolean choiceChanged = true;
    private boolean askPictures = true;
    private boolean askBaseline = true;
    private @Nullable Pictures lastAnswer;

    /** Over the services it looks at. */
    public ReconstructModel(Chooser chooser, InferenceService inference, BaselineService baselines) {
        this(chooser, inference, baselines, System::nanoTime);
    }

    ReconstructModel(Chooser chooser, InferenceService inference, BaselineService baselines, LongSupplier nanos) {
        this.chooser = chooser;
        this.baselines = baselines;
        slot = inference.slot();
        errors = new ErrorsModel(inference, baselines, nanos);
        film = new FilmModel(inference, nanos);
        compression = new CompressionModel(inference, nanos);
        order.addListener((observed, before, now) -> chooseAnew());
        label.addListener((observed, before, now) -> chooseAnew());
        drawSeed.addListener((observed, before, now) -> chooseAnew());
        spoiling.addListener((observed, before, now) -> followInput());
        shown.addListener((observed, before, now) -> askBaseline = true);
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            errors.rest();
            film.rest();
            compression.rest();
            return;
        }
        Look now = chooser.look();
        if (!now.equals(look)) {
            follow(now);
        }
        if (now.fits()) {
            followBaseline(now);
            refreshChoice(now);
            followOwn();
            takePictures();
            requestPictures(now);
            if (errors.tick(now, input.get()) && order.get().needsRanking()) {
                choiceChanged = true;
            }
            followFilm();
            followCompression(now);
        }
    }

    /** One's own image, from the moment there is another. */
    private void followOwn() {
        ChosenImage now = chooser.image(selectedImage);
        if (!now.equals(wanted)) {
            wanted = now;
            askPictures = true;
            refreshSelected();
        }
    }

    /** Only when nothing more urgent is being measured, or a hand would wait for both. */
    private void followCompression(Look now) {
        if (errors.isBusy()) {
            compression.hold();
        } else {
            compression.tick(now, input.get(), basis);
        }
    }

    private void followFilm() {
        Optional<Comparison> chosen = selected.get();
        pictures.get().ifPresent(all -> chosen.ifPresent(one -> film.tick(all, one)));
        if (chosen.isEmpty()) {
            film.clear();
        }
    }

    private void follow(Look now) {
        Look before = look;
        look = now;
        askPictures = true;
        followInput();
        if (!now.isOfSameData(before)) {
            pictures.set(Optional.empty());
            selected.set(Optional.empty());
            if (before != null && !now.test().classNames().equals(before.test().classNames())) {
                label.set(-1);
            }
            classNames.set(now.test().classNames());
            chooseAnew();
            grid = new int[0];
            selectedImage = -1;
        }
        if (!now.continues(before)) {
            // Answers under way are about something else.
            slot.forget();
            askBaseline = true;
            choiceChanged = true;
        }
        if (!now.fits()) {
            refuse(now);
        } else if (!problem.get().isEmpty() || pictures.get().isEmpty()) {
            problem.set("");
        }
    }

    /** A network that learnt to remove noise is given noisy images, unless somebody wants to see it otherwise. */
    private void followInput() {
        NoiseSpec noise = look == null ? NoiseSpec.CLEAN : look.experiment().noise();
        denoiser.set(noise.isNoisy());
        NetworkInput wanted = spoiling.get() ? new NetworkInput(noise) : NetworkInput.CLEAN;
        if (!wanted.equals(input.get())) {
            input.set(wanted);
            slot.forget();
            askPictures = true;
            choiceChanged = true;
        }
    }

    private void refuse(Look now) {
        problem.set(LookWords.wrongSize(now));
        pictures.set(Optional.empty());
        selected.set(Optional.empty());
        errors.clear();
        film.clear();
        compression.clear();
    }

    private void followBaseline(Look now) {
        if (askBaseline || !baselines.baseline().isOf(now.data())) {
            askBaseline = false;
            baselines.request(now.data(), now.codeSize());
        }
        Optional<PcaBasis> known = baselines.baseline(now.data()).basis();
        if (!known.equals(basis)) {
            basis = known;
            askPictures = true;
        }
    }

    private void chooseAnew() {
        choiceChanged = true;
        selectFirst = true;
    }

    private void refreshChoice(Look now) {
        if (choiceChanged) {
            choiceChanged = false;
            choose(
                    now,
                    errors.ranking()
                            .filter(known -> known.look().isOfSameData(now))
                            .map(Ranking::errors));
        }
    }

    private void choose(Look now, Optional<ImageErrors> known) {
        Optional<int[]> picked = choice(order.get()).pick(now.test(), known, COLUMNS);
        waiting.set(picked.isEmpty());
        // Until the ranking is there the images stay, unless there are none.
        if (picked.isPresent() || grid.length == 0) {
            grid = picked.orElseGet(() ->
                    choice(Order.IN_ORDER).pick(now.test(), known, COLUMNS).orElseThrow());
            askPictures = true;
        }
        if (selectFirst && (picked.isPresent() || selectedImage < 0)) {
            selectFirst = picked.isEmpty();
            selectedImage = grid.length == 0 ? -1 : grid[0];
            refreshSelected();
        }
    }

    private ImageChoice choice(Order wanted) {
        return new ImageChoice(wanted, label.get(), drawSeed.get());
    }

    private void requestPictures(Look now) {
        if (askPictures) {
            askPictures = false;
            slot.ask(now.snapshot(), new PictureRequest(now, input.get(), grid, chooser.image(selectedImage), basis));
        }
    }

    private void takePictures() {
        Pictures answer = slot.answer().orElse(null);
        if (answer == null || Identity.same(answer, lastAnswer)) {
            return;
        }
        lastAnswer = answer;
        problem.set("");
        pictures.set(Optional.of(answer));
        refreshSelected();
    }

    private void refreshSelected() {
        ChosenImage now = chooser.image(selectedImage);
        Optional<Comparison> found = pictures.get().flatMap(all -> all.of(now));
        // A picture still on its way is no reason to show none.
        if (found.isPresent() || !now.exists()) {
            selected.set(found);
        }
    }

    /** Shows the images of a class, −1 for all. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** Which images come first. */
    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Seed of the random order. */
    public LongProperty drawSeedProperty() {
        return drawSeed;
    }

    /** Draws other images at random. */
    public void drawAgain() {
        order.set(Order.RANDOM);
        drawSeed.set(drawSeed.get() + 1);
    }

    /** Chooses the image in a column of the grid. */
    public void select(int column) {
        pictures.get().filter(all -> column >= 0 && column < all.columns()).ifPresent(all -> {
            selectedImage = all.comparisons().get(column).index();
            selectFirst = false;
            chooser.leaveOwn();
            refreshSelected();
        });
    }

    /** Chooses an image again where it is still in the grid. */
    public void select(Comparison image) {
        pictures.get().ifPresent(all -> select(all.columnOf(image.index())));
    }

    /** Chooses so many columns further, within the {@code visible} first ones. */
    public void moveSelection(int steps, int visible) {
        pictures.get().ifPresent(all -> {
            int last = Math.min(visible, all.columns()) - 1;
            select(Math.max(0, Math.min(last, all.columnOf(selectedImage) + steps)));
        });
    }

    /** Whether somebody can see the view; otherwise nothing is computed. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Through whose code the chosen image is shown to go. */
    public ObjectProperty<Via> viaProperty() {
        return via;
    }

    /** Whether a network that learnt to remove noise is given noisy images. */
    public BooleanProperty spoilingProperty() {
        return spoiling;
    }

    /** Whether the network learnt to remove noise. */
    ReadOnlyBooleanProperty denoiserProperty() {
        return denoiser.getReadOnlyProperty();
    }

    /** The chosen image fed back again and again. */
    public FilmModel film() {
        return film;
    }

    /** What few bits a number cost. */
    public CompressionModel compression() {
        return compression;
    }

    /** What the network is given. */
    ReadOnlyObjectProperty<NetworkInput> inputProperty() {
        return input.getReadOnlyProperty();
    }

    /** What the error colours stand on. */
    public ObjectProperty<Ground> groundProperty() {
        return ground;
    }

    /** Whether the order asked for waits for the errors of all test images. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** The chosen image, large. */
    public ReadOnlyObjectProperty<Optional<Comparison>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Names of the classes of the data in use. */
    public ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    /** Why nothing can be shown; empty when something can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Pictures>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** The errors of all test images, one by one. */
    ErrorsModel errors() {
        return errors;
    }
}
