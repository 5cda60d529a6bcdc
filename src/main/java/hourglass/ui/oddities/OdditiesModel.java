package hourglass.ui.oddities;

import hourglass.core.Identity;
import hourglass.core.noise.Damage;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.ask.Portion;
import hourglass.session.data.DataService;
import hourglass.session.look.Chooser;
import hourglass.session.look.Look;
import hourglass.session.look.OwnImage;
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
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

/** What the Oddities view shows: follows the network and the data in use, and has images scored. */
public final class OdditiesModel {
    /** A network in training is measured once in so long at most. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    /** Share of usual images that the first threshold flags. */
    private static final double FALSE_ALARMS = 0.1;

    /** In place of a share of what is done. */
    static final double READING = -1;

    private final Chooser chooser;
    private final OddChoice choice;
    private final TrainingDesk desk;
    private final FollowedMeasure<Asked, Measured> measure;
    private final FollowedMeasure<Asked, Measured> dimming;
    private final FollowedMeasure<Asked, Measured> ranking;
    private final InferenceSlot<Portrait> portraits;
    private final OwnJudging own;

    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<OddityScore> score =
            new SimpleObjectProperty<>(this, "score", OddityScore.SQUARED_ERROR);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final ReadOnlyDoubleWrapper threshold = new ReadOnlyDoubleWrapper(this, "threshold", Double.NaN);
    private final ReadOnlyObjectWrapper<Optional<Look>> look =
            new ReadOnlyObjectWrapper<>(this, "look", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Portrait>> portrait =
            new ReadOnlyObjectWrapper<>(this, "portrait", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> dimmed =
            new ReadOnlyObjectWrapper<>(this, "dimmed", Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> classNames =
            new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 1);

    int pointed = -1;
    /** Until somebody moves it the threshold follows what the network learns. */
    boolean moved;

    /** What is measured: of which moment of a network, which images, and what besides the quick scores. */
    private record Asked(Provenance of, String mixture, Set<OddityScore> wanted) implements FollowedMeasure.Key<Asked> {
        @Override
        public boolean continues(Asked earlier) {
            return mixture.equals(earlier.mixture) && wanted.equals(earlier.wanted) && of.continues(earlier.of);
        }
    }

    /** Scores with the network at the moment they are of. */
    record Measured(Look look, OddityScores scores) {}

    /** Over the services it looks at. */
    public OdditiesModel(Chooser chooser, InferenceService inference, DataService data, TrainingDesk desk) {
        this(chooser, inference, data, desk, System::nanoTime);
    }

    OdditiesModel(
            Chooser chooser, InferenceService inference, DataService data, TrainingDesk desk, LongSupplier nanos) {
        this.chooser = chooser;
        choice = new OddChoice(data);
        this.desk = desk;
        FollowedMeasure.Memory<Asked, Measured> memory = new FollowedMeasure.Memory<>();
        measure = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        dimming = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        ranking = new FollowedMeasure<>(inference, memory, PAUSE, nanos);
        portraits = inference.slot();
        own = new OwnJudging(inference);
    }

    /** Looks at everything once; FX thread, at most thirty times a second. */
    public void tick() {
        if (!shown.get()) {
            rest();
            return;
        }
        Look now = chooser.look();
        if (!look.get().filter(now::equals).isPresent()) {
            follow(now);
        }
        choice.tick(now.data());
        problem.set(now.fits() ? choice.problem() : Words.wrongSize(now));
        if (!problem.get().isEmpty()) {
            rest();
            clear();
        } else {
            choice.mixture().ifPresentOrElse(images -> measure(now, images), this::awaitImages);
        }
    }

    private void follow(Look now) {
        Look before = look.get().orElse(null);
        look.set(Optional.of(now));
        if (!now.isOfSameData(before)) {
            label.set(-1);
            classNames.set(now.test().classNames());
            choice.offer(classNames.get());
        }
        if (!now.isSameRun(before)) {
            // What is known of another network is no longer shown.
            clear();
            now.experiment().data().without().filter(classNames.get()::contains).ifPresent(choice::lookFor);
            if (!OddityScore.of(now.experiment().model()).contains(score.get())) {
                score.set(OddityScore.SQUARED_ERROR);
            }
        }
    }

    /** The other data are being read. */
    private void awaitImages() {
        rest();
        clear();
        progress.set(READING);
    }

    private void rest() {
        measure.rest();
        dimming.rest();
        ranking.rest();
    }

    private void clear() {
        found.set(Optional.empty());
        portrait.set(Optional.empty());
        portraits.forget();
        pointed = -1;
        dimmed.set(Optional.empty());
        progress.set(1);
    }

    private void measure(Look now, Mixture images) {
        Asked asked = asked(now, images);
        if (found.get().filter(all -> !all.isOf(images, score.get())).isPresent()) {
            // Numbers of another question must not stand below this one.
            found.set(Optional.empty());
        }
        measure.want(asked, now.snapshot(), () -> measuring(now, images, asked.wanted()));
        progress.set(measure.isBusy() ? measure.progress() : 1);
        if (!measure.problem().isEmpty()) {
            problem.set(measure.problem());
            clear();
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
        followPortrait();
        followOwn(now, images);
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
            moved = false;
            pointed = -1;
        }
        if (!moved) {
            threshold.set(now.detection().thresholdFor(FALSE_ALARMS));
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

    private void followPortrait() {
        Optional<Portrait> answer = portraits.answer();
        if (answer.isPresent() && !answer.equals(portrait.get())) {
            portrait.set(answer);
        }
        found.get()
                .filter(all -> pointed < 0)
                .ifPresent(all -> point(all.detection().ranked(0)));
    }

    /** Puts the threshold somewhere by hand. */
    void moveThreshold(double value) {
        moved = true;
        threshold.set(value);
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

    private void followOwn(Look now, Mixture images) {
        Optional<OwnImage> image = chooser.own();
        if (image.isEmpty()) {
            ranking.rest();
            own.none();
        } else {
            own.follow(image.get(), images, ranks(now, images));
        }
    }

    /** The test images by every score there is; of a network in training by those that are measured anyway. */
    private Optional<Measured> ranks(Look now, Mixture images) {
        Set<OddityScore> slow = OddityScore.of(now.experiment().model()).stream()
                .filter(each -> !each.isQuick() && (!now.isTraining() || each == score.get()))
                .collect(Collectors.toSet());
        Asked all = new Asked(now.provenance(), images.id(), slow);
        ranking.want(all, now.snapshot(), () -> measuring(now, images, slow));
        if (measure.isBusy() || dimming.isBusy()) {
            ranking.hold();
        }
        return ranking.of(all).or(() -> measure.of(asked(now, images)));
    }

    private Asked asked(Look now, Mixture images) {
        return new Asked(now.provenance(), images.id(), score.get().isQuick() ? Set.of() : Set.of(score.get()));
    }

    /** A training of the network that is shown, which never sees the class chosen; one click. */
    void trainWithout() {
        look.get().ifPresent(now -> desk.startWithout(Optional.of(choice.className.get()), now.experiment()));
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
        return choice.kind;
    }

    StringProperty classNameProperty() {
        return choice.className;
    }

    ObjectProperty<Damage> damageProperty() {
        return choice.damage;
    }

    StringProperty setProperty() {
        return choice.set;
    }

    ObjectProperty<OddityScore> scoreProperty() {
        return score;
    }

    /** Class of usual images that is drawn apart, −1 for none. */
    IntegerProperty labelProperty() {
        return label;
    }

    ReadOnlyDoubleProperty thresholdProperty() {
        return threshold.getReadOnlyProperty();
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

    /** The image of one's own with its scores, as far as they are known. */
    ReadOnlyObjectProperty<Optional<Own>> ownProperty() {
        return own.ownProperty();
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

    /** Share of the measure under way, {@link #READING} while data are read, 1 where nothing is to be done. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
