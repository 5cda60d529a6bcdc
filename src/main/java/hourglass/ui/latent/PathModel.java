package hourglass.ui.latent;

import hourglass.core.latent.ClassDirections;
import hourglass.core.latent.LatentPath;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.file.ViewStates;
import hourglass.session.history.History;
import hourglass.session.look.Look;
import hourglass.session.measure.Decoding;
import hourglass.ui.kit.Messages;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** The way between two codes: a strip of pictures, and the handle that can walk along it. */
public final class PathModel {
    /** Pictures in the strip, both ends among them. */
    static final int FRAMES = 10;
    /** Of the pictures decoded, one in so many is in the strip. */
    static final int EVERY = 3;
    /** Pictures decoded along the path. */
    static final int FINE = EVERY * (FRAMES - 1) + 1;

    private static final double SECONDS = 4;

    private final SpaceModel space;
    private final InferenceSlot<Strip> slot;
    private final ReadOnlyObjectWrapper<Optional<Anchor>> start =
            new ReadOnlyObjectWrapper<>(this, "start", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Anchor>> end =
            new ReadOnlyObjectWrapper<>(this, "end", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Strip>> strip =
            new ReadOnlyObjectWrapper<>(this, "strip", Optional.empty());
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing", false);
    private final DoubleProperty position = new SimpleDoubleProperty(this, "position", 0);
    private History history = History.unseen();
    private @Nullable Look look;
    private boolean soiled;
    private boolean chosenByHand;
    private double direction = 1;
    private long lastTick;

    PathModel(SpaceModel space, Questions questions) {
        this.space = space;
        slot = questions.slot(answer -> strip.set(Optional.of(answer)));
        space.mapProperty().addListener((observed, before, now) -> follow(now));
    }

    private void follow(Optional<LatentMap> now) {
        Look before = look;
        look = now.map(LatentMap::look).orElse(null);
        soiled = true;
        if (now.isEmpty() || !now.get().look().isSameRun(before)) {
            playing.set(false);
            slot.forget();
            strip.set(Optional.empty());
            chosenByHand = false;
            position.set(0);
        }
        // Until somebody sets them, both ends stay in the middle of their classes while the network learns.
        if (!chosenByHand) {
            start.set(now.map(
                    known -> new Anchor(known.codes().classMean(ends(known).from()))));
            end.set(now.map(
                    known -> new Anchor(known.codes().classMean(ends(known).to()))));
        }
    }

    private static ClassDirections.Pair ends(LatentMap map) {
        return map.codes().farApart().orElse(new ClassDirections.Pair(0, 0));
    }

    /** Decodes the strip anew where it is out of date. */
    void tick() {
        Look now = look;
        if (soiled && !slot.isWaiting() && now != null) {
            soiled = false;
            ask(now);
        }
    }

    /** Moves the handle on while it walks by itself. */
    void walk(long nanos) {
        double passed = (nanos - lastTick) / (double) TimeUnit.SECONDS.toNanos(1);
        lastTick = nanos;
        if (playing.get()) {
            step(Math.min(0.1, passed) / SECONDS);
        }
    }

    private void ask(Look now) {
        if (start.get().isPresent() && end.get().isPresent()) {
            float[] codes = LatentPath.straight(
                    start.get().get().code(), end.get().get().code(), FINE);
            Decoding decoding = Greys.decoding(now, codes);
            slot.begin(now.snapshot(), network -> decoding.apply(network)
                    .map(images -> new Strip(now, Greys.tiles(images))));
        }
    }

    /** To the other end and back again. */
    private void step(double share) {
        double next = position.get() + direction * share;
        if (next > 1 || next < 0) {
            direction = -direction;
            next = Math.max(0, Math.min(1, next));
        }
        goTo(next);
    }

    /** Puts the handle on the path: 0 at the start, 1 at the end. */
    void goTo(double share) {
        position.set(share);
        if (start.get().isPresent() && end.get().isPresent()) {
            space.moveOnto(start.get().get().towards(end.get().get(), share));
        }
    }

    /** The path begins at the handle. */
    void startHere() {
        space.code()
                .ifPresent(code -> choose(Messages.text("undo.start"), Optional.of(new Anchor(code)), end.get(), 0));
    }

    /** The path ends at the handle. */
    void endHere() {
        space.code()
                .ifPresent(code -> choose(Messages.text("undo.end"), start.get(), Optional.of(new Anchor(code)), 1));
    }

    void swap() {
        choose(Messages.text("undo.swap"), end.get(), start.get(), 1 - position.get());
    }

    private void choose(String name, Optional<Anchor> first, Optional<Anchor> last, double place) {
        Ends before = new Ends(start.get(), end.get(), chosenByHand, position.get());
        Ends now = new Ends(first, last, true, place);
        set(now);
        history.did(name, () -> setOf(before), () -> setOf(now));
    }

    private void set(Ends ends) {
        start.set(ends.start());
        end.set(ends.end());
        position.set(ends.position());
        chosenByHand = ends.byHand();
        soiled = true;
    }

    /** Ends of codes of another size are of another network. */
    private void setOf(Ends ends) {
        if (ends.start().map(Anchor::size).equals(start.get().map(Anchor::size))) {
            set(ends);
        }
    }

    /** The way, where somebody set it by hand. */
    Optional<ViewStates.Path> state() {
        Optional<Anchor> first = start.get().filter(set -> chosenByHand);
        return first.flatMap(
                from -> end.get().map(to -> new ViewStates.Path(from.numbers(), to.numbers(), position.get())));
    }

    /** Sets it as it was, in the space of the same network. */
    void restore(ViewStates.Path path) {
        setOf(new Ends(
                Optional.of(Anchor.of(path.start())), Optional.of(Anchor.of(path.end())), true, path.position()));
    }

    /** Both ends, and whether somebody set them. */
    private record Ends(Optional<Anchor> start, Optional<Anchor> end, boolean byHand, double position) {}

    /** From now on the ends can be put back. */
    void remember(History list) {
        history = list;
    }

    ReadOnlyObjectProperty<Optional<Anchor>> startProperty() {
        return start.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Anchor>> endProperty() {
        return end.getReadOnlyProperty();
    }

    /** The newest strip; while another is decoded it stays. */
    ReadOnlyObjectProperty<Optional<Strip>> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** Whether the handle walks by itself. */
    BooleanProperty playingProperty() {
        return playing;
    }

    /** Where on the path the handle was put last, 0 … 1. */
    DoubleProperty positionProperty() {
        return position;
    }
}
