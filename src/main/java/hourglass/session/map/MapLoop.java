package hourglass.session.map;

import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One map from preparation to its quality, a slice at a time; the other methods are its remote control. */
final class MapLoop {
    private final MapDesk desk;
    private final Outlets out;
    private final EmbeddingRequest request;
    private final long generation;
    private final CancelToken token = new CancelToken();
    private final Slices slices;
    private @Nullable EmbeddingRun run;

    MapLoop(MapDesk desk, Outlets out, EmbeddingRequest request, long generation) {
        this.desk = desk;
        this.out = out;
        this.request = request;
        this.generation = generation;
        slices = new Slices(desk.worker(), this::slice);
    }

    /** Where results go. */
    record Outlets(
            Latest<EmbeddingState> state,
            Latest<Optional<EmbeddingSample>> sample,
            Latest<Optional<EmbeddingFrame>> frame,
            Latest<Optional<EmbeddingQuality>> quality) {
        /** Mailboxes of its own for a new map, so that an old one cannot speak into it. */
        static Outlets of(Latest<EmbeddingState> state) {
            return new Outlets(
                    state,
                    new Latest<>(Optional.empty()),
                    new Latest<>(Optional.empty()),
                    new Latest<>(Optional.empty()));
        }
    }

    void begin() {
        slices.next();
    }

    void pause() {
        moveTo(EmbeddingPhase.PAUSED, "");
    }

    void resume() {
        EmbeddingPhase next = out.frame().get().isPresent() ? EmbeddingPhase.RUNNING : EmbeddingPhase.PREPARING;
        if (phase() == EmbeddingPhase.PAUSED && moveTo(next, "")) {
            slices.next();
        }
    }

    void cancel() {
        token.cancel();
        moveTo(EmbeddingPhase.CANCELLED, "");
        // It lets go of the memory on the thread that owns it.
        slices.next();
    }

    private EmbeddingPhase phase() {
        return out.state().get().phase();
    }

    /** One slice; what escapes becomes FAILED with a sentence. */
    @SuppressWarnings("CatchThrowable") // Too little memory is an Error, and it must end the map, not the thread.
    private void slice() {
        if (token.isCancelled()) {
            run = null;
            return;
        }
        if (!phase().isActive() || phase() == EmbeddingPhase.PAUSED) {
            return;
        }
        try {
            advance();
        } catch (CancellationException unwanted) {
            run = null;
        } catch (Throwable failed) {
            run = null;
            moveTo(EmbeddingPhase.FAILED, Failure.sentence(failed, request));
        }
    }

    private void advance() {
        EmbeddingRun current = run;
        if (current == null) {
            EmbeddingRun.Task task = new EmbeddingRun.Task(request, generation, desk.embedders());
            EmbeddingRun prepared = EmbeddingRun.prepare(task, desk.networks().get(), token);
            run = prepared;
            out.sample().put(Optional.of(prepared.sample()));
            slices.next();
            return;
        }
        EmbeddingFrame frame = current.step();
        token.throwIfCancelled();
        out.frame().put(Optional.of(frame));
        moveOn();
        if (!current.isDone()) {
            slices.next();
            return;
        }
        run = null;
        moveTo(EmbeddingPhase.COMPLETED, "");
        out.quality().put(Optional.of(current.quality(token)));
    }

    /** From PREPARING to RUNNING; a map paused meanwhile stays so. */
    private void moveOn() {
        EmbeddingState old = out.state().get();
        if (old.generation() == generation && old.phase() == EmbeddingPhase.PREPARING) {
            out.state().replace(old, old.in(EmbeddingPhase.RUNNING, ""));
        }
    }

    /** Moves this map's state on if that is legal and the map is still the newest. */
    private boolean moveTo(EmbeddingPhase next, String message) {
        while (true) {
            EmbeddingState old = out.state().get();
            if (old.generation() != generation || !old.phase().allows(next)) {
                return false;
            }
            if (out.state().replace(old, old.in(next, message))) {
                return true;
            }
        }
    }
}
