package hourglass.ui.oddities;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.noise.Damage;
import hourglass.core.spec.InvalidSpecException;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.ask.Portion;
import hourglass.session.data.DataService;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.measure.FollowedMeasure;
import hourglass.session.measure.Mixture;
import hourglass.session.measure.Odd;
import hourglass.session.measure.OddityMeasuring;
import hourglass.session.measure.OddityScore;
import hourglass.session.measure.OddityScores;
import hourglass.session.measure.Provenance;
import hourglass.session.run.TrainingDesk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the Oddities view shows: follows the network and the data in use, and has images scored. */
public final class OdditiesModel {
    /** A network in training is measured once in so long at most. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    /** Share of usual images that the first threshold flags. */
    private static final double FALSE_ALARMS = 0.1;
    /** A garment unlike the others. */
    private static final String USUAL_CLASS = "Bag";

    private final Chooser chooser;
    private final DataService data;
    private final TrainingDesk desk;
    private final FollowedMeasure<Asked, Measured> measure;
    private final FollowedMeasure<Asked, Measured> dimming;
    private final InferenceSlot<Portrait> portraits;
    private final InferenceSlot<Own> drawings;

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<Odd.Kind> kind = new SimpleObjectProperty<>(this, "kind", Odd.Kind.CLASS);
    private final StringProperty className = new SimpleStringProperty(this, "className", USUAL_CLASS);
    private final ObjectProperty<Damage> damage = new SimpleObjectProperty<>(this, "damage", Damage.DIMMED);
    private final StringProperty set = new SimpleStringProperty(this, "set", "sketchwear");
    private final ObjectProperty<OddityScore> score =
            new SimpleObjectProperty<>(this, "score", OddityScore.SQUARED_ERROR);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", Double.NaN);
    private final ReadOnlyObjectWrapper<Optional<Look>> look =
            new ReadOnlyObjectWrapper<>(this, "look", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Portrait>> portrait =
            new ReadOnlyObjectWrapper<>(this, "portrait", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Own>> own = new ReadOnlyObjectWrapper<>(this, "own", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> dimmed =
            new ReadOnlyObjectWrapper<>(this, "dimmed", Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);

    private Optional<Mixture> mixture = Optional.empty();
    private @Nullable Object mixedOf;
    private int pointed = -1;
    private @Nullable ImageBlock drawn;
    private @Nullable Look drawnFor;

    /** What is measured: of which moment of a network, which images, and what besides the quick scores. */
    private record Asked(Provenance of, String mixture, Set<OddityScore> wanted) implements FollowedMeasure.Key<Asked> {
        @Override
        public boolean continues(Asked earlier) {
            return mixture.equals(earlier.mixture) && wanted.equals(earlier.wanted) && of.continues(earlier.of);
        }
    }

    /** Scores with the network at the moment they are of. */
    private record Measured(Look look, OddityScores scores) {}

    /** Over the services it looks at. */
    public OdditiesModel(Chooser chooser, InferenceService inference, DataService data, TrainingDesk desk) {
        this(chooser, inference, data, desk, System::nanoTime);
    }

    OdditiesModel(
            Chooser chooser, InferenceService inference, DataService data, TrainingDesk desk, LongSupplier nanos) {
        this.chooser = chooser;
        this.data = data;
        this.desk = desk;
        FollowedMeasure.Memory<Asked, Measured> memory = new FollowedMeasure.Memory<>();
        measure = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        dimming = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        portraits = inference.slot();
        drawings = inference.slot();
        List<Observable> choices = List.of(kind, className, damage, set, score);
        choices.forEach(each -> each.addListener(changed -> choiceChanged()));
    }

    private void choiceChanged() {
        mixedOf = null;
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            measure.rest();
            dimming.rest();
            return;
        }
        Look now = chooser.look();
        if (!look.get().filter(now::equals).isPresent()) {
            follow(now);
        }
        if (!now.fits()) {
            refuse(Words.wrongSize(now));
            return;
        }
        mix(now);
        mixture.ifPresent(images -> measure(now, images));
    }

    private void follow(Look now) {
        Look before = look.get().orElse(null);
        look.set(Optional.of(now));
        if (!problem.get().isEmpty()) {
            // What was refused may do now.
            choiceChanged();
        }
        if (!now.isOfSameData(before)) {
            label.set(-1);
            classNames.set(now.test().classNames());
            if (!classNames.get().contains(className.get())) {
                className.set(
                        classNames.get().contains(USUAL_CLASS)
                                ? USUAL_CLASS
                                : classNames.get().get(0));
            }
        }
        if (!now.isSameRun(before)) {
            portraits.forget();
            pointed = -1;
            now.experiment().data().without().filter(classNames.get()::contains).ifPresent(this::lookFor);
            if (!OddityScore.of(now.experiment().model()).contains(score.get())) {
                score.set(OddityScore.SQUARED_ERROR);
            }
        }
    }

    /** A network that was trained without a class is looked at for that. */
    private void lookFor(String left) {
        className.set(left);
        kind.set(Odd.Kind.CLASS);
    }

    private void refuse(String sentence) {
        problem.set(sentence);
        found.set(Optional.empty());
        portrait.set(Optional.empty());
        dimmed.set(Optional.empty());
        progress.set(1);
        mixture = Optional.empty();
        measure.rest();
        dimming.rest();
    }

    /** What is mixed changes with the data and with the choice only. */
    private void mix(Look now) {
        Object of = kind.get() == Odd.Kind.SET ? data.beside() : now.data();
        if (kind.get() == Odd.Kind.SET) {
            data.readBeside(set.get());
        }
        if (mixedOf != null && Identity.same(of, mixedOf)) {
            return;
        }
        mixedOf = of;
        try {
            mixture = mixed(now.data());
            if (mixture.isPresent()) {
                problem.set("");
            }
        } catch (InvalidSpecException refused) {
            refuse(String.valueOf(refused.getMessage()));
        }
    }

    private Optional<Mixture> mixed(DataSet inUse) {
        return switch (kind.get()) {
            case CLASS -> Optional.of(Mixture.of(inUse, Odd.ofClass(className.get())));
            case DAMAGE -> Optional.of(Mixture.of(inUse, Odd.of(damage.get())));
            case SET -> {
                DataService.Beside beside = data.beside();
                if (!beside.problem().isEmpty()) {
                    throw new InvalidSpecException("odd", beside.problem());
                }
                yield beside.data()
                        .filter(read -> beside.name().equals(set.get()))
                        .map(other -> Mixture.with(inUse, other));
            }
        };
    }

    private void measure(Look now, Mixture images) {
        Set<OddityScore> wanted = score.get().isQuick() ? Set.of() : Set.of(score.get());
        Asked asked = new Asked(now.provenance(), images.id(), wanted);
        if (found.get().filter(all -> !all.isOf(images, score.get())).isPresent()) {
            // Numbers of another question must not stand below this one.
            found.set(Optional.empty());
        }
        measure.want(asked, now.snapshot(), () -> measuring(now, images, wanted));
        progress.set(measure.isBusy() ? measure.progress() : 1);
        if (!measure.problem().isEmpty()) {
            refuse(measure.problem());
            return;
        }
        measure.of(asked)
                .filter(all -> all.scores().by(score.get()).isPresent())
                .ifPresent(all -> show(new Found(all.look(), all.scores(), score.get())));
        if (measure.isBusy()) {
            dimming.hold();
        } else {
            followDimming(now);
        }
        followPortrait(now);
        followDrawing(now);
    }

    private static Function<Network, Portion<Measured>> measuring(Look now, Mixture images, Set<OddityScore> wanted) {
        OddityMeasuring measuring = new OddityMeasuring(now.snapshot(), now.data(), images, wanted);
        return network -> measuring.apply(network).map(scores -> new Measured(now, scores));
    }

    private void show(Found now) {
        Found before = found.get().orElse(null);
        if (before != null && Identity.same(before.scores(), now.scores()) && before.score() == now.score()) {
            return;
        }
        if (before == null
                || !before.isOf(now.mixture(), now.score())
                || !before.look().isSameRun(now.look())) {
            // Before the rest, so that nothing is ever counted by the threshold of another score.
            found.set(Optional.empty());
            threshold.set(now.detection().thresholdFor(FALSE_ALARMS));
            pointed = -1;
        }
        found.set(Optional.of(now));
    }

    /** How many garments look more normal when they are dimmed: told in numbers of this network. */
    private void followDimming(Look now) {
        Mixture all = Mixture.of(now.data(), Odd.of(Damage.DIMMED));
        Asked asked = new Asked(now.provenance(), all.id(), Set.of());
        dimming.want(asked, now.snapshot(), () -> measuring(now, all, Set.of()));
        dimmed.set(dimming.of(asked).flatMap(of -> of.scores().lowered(OddityScore.SQUARED_ERROR)));
    }

    private void followPortrait(Look now) {
        Optional<Portrait> answer = portraits.answer();
        if (answer.isPresent() && !answer.equals(portrait.get())) {
            portrait.set(answer);
        }
        found.get()
                .filter(all -> pointed < 0)
                .ifPresent(all -> point(all.detection().ranked(0)));
    }

    /** Looks at one image of the mixture. */
    void point(int image) {
        Found all = found.get().orElse(null);
        if (all != null
                && image != pointed
                && image >= 0
                && image < all.mixture().size()) {
            pointed = image;
            Mixture from = all.mixture();
            portraits.ask(all.look().snapshot(), network -> Portrait.of(from, image, network));
        }
    }

    /** Has a drawing of one's own judged; nothing to have none. */
    void draw(Optional<ImageBlock> drawing) {
        drawn = drawing.orElse(null);
        drawnFor = null;
        drawings.forget();
        own.set(Optional.empty());
    }

    /** Asked once for each moment of the network. */
    private void followDrawing(Look now) {
        ImageBlock image = drawn;
        if (image != null && image.pixelsPerImage() == now.test().pixelsPerImage()) {
            if (!now.equals(drawnFor)) {
                drawnFor = now;
                drawings.ask(now.snapshot(), network -> Own.of(image, network));
            }
            drawings.answer()
                    .filter(answer -> Identity.same(answer.image(), image))
                    .ifPresent(answer -> own.set(Optional.of(answer)));
        }
    }

    /** A training of the network that is shown, which never sees the class chosen; one click. */
    void trainWithout() {
        look.get().ifPresent(now -> desk.startWithout(Optional.of(className.get()), now.experiment()));
    }

    /** The same with all classes. */
    void trainWithAll() {
        look.get().ifPresent(now -> desk.startWithout(Optional.empty(), now.experiment()));
    }

    /** Ends a long measure: back to the score that is there at once. */
    void cancel() {
        score.set(OddityScore.SQUARED_ERROR);
    }

    /** Whether the view is on the screen; nothing is measured otherwise. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    ObjectProperty<Odd.Kind> kindProperty() {
        return kind;
    }

    StringProperty classNameProperty() {
        return className;
    }

    ObjectProperty<Damage> damageProperty() {
        return damage;
    }

    StringProperty setProperty() {
        return set;
    }

    ObjectProperty<OddityScore> scoreProperty() {
        return score;
    }

    /** Class of usual images that is drawn apart, −1 for none. */
    IntegerProperty labelProperty() {
        return label;
    }

    DoubleProperty thresholdProperty() {
        return threshold;
    }

    ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
        return look.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Portrait>> portraitProperty() {
        return portrait.getReadOnlyProperty();
    }

    /** The drawing of one's own with its error, once that is known. */
    ReadOnlyObjectProperty<Optional<Own>> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** How many test images have a lower error dimmed to half their brightness, once that is known. */
    ReadOnlyObjectProperty<Optional<Integer>> dimmedProperty() {
        return dimmed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Share of the measure under way, 1 where nothing is to be done. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
