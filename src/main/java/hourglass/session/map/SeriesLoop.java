package hourglass.session.map;

import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Maps one after the other, a slice at a time, each published when it is finished. */
final class SeriesLoop {
    private final MapDesk desk;
    private final Latest<SeriesState> state;
    private final long generation;
    private final List<EmbeddingRequest> requests;
    private final CancelToken token = new CancelToken();
    private final Slices slices;
    private @Nullable EmbeddingRun run;

    SeriesLoop(MapDesk desk, Latest<SeriesState> state) {
        this.desk = desk;
        this.state = state;
        generation = state.get().generation();
        requests = state.get().requests();
        slices = new Slices(desk.worker(), this::slice);
    }

    void begin() {
        slices.next();
    }

    void cancel() {
        token.cancel();
        end(EmbeddingPhase.CANCELLED, "");
        slices.next();
    }

    /** One slice; what escapes ends the series with a sentence and keeps the maps made. */
    @SuppressWarnings("CatchThrowable") // Too little memory is an Error, and it must end the series, not the thread.
    private void slice() {
        if (token.isCancelled()) {
            run = null;
            return;
        }
        int index = state.get().results().size();
        try {
            advance(requests.get(index));
        } catch (CancellationException unwanted) {
            run = null;
        } catch (Throwable failed) {
            run = null;
            end(EmbeddingPhase.FAILED, Failure.sentence(failed, requests.get(index)));
        }
    }

    private void advance(EmbeddingRequest request) {
        EmbeddingRun current = run;
        if (current == null) {
            EmbeddingRun.Task task = new EmbeddingRun.Task(request, generation, desk.embedders());
            run = EmbeddingRun.prepare(task, desk.networks().get(), token);
        } else if (!current.isDone()) {
            current.step();
        } else {
            run = null;
            publish(current.result(token));
        }
        if (state.get().generation() == generation && state.get().phase().isActive()) {
            slices.next();
        }
    }

    private void publish(EmbeddingResult result) {
        while (true) {
            SeriesState old = state.get();
            if (old.generation() != generation || !old.phase().isActive()) {
                return;
            }
            List<EmbeddingResult> more = new ArrayList<>(old.results());
            more.add(result);
            EmbeddingPhase next = more.size() == requests.size() ? EmbeddingPhase.COMPLETED : EmbeddingPhase.RUNNING;
            if (state.replace(old, new SeriesState(generation, next, requests, more, ""))) {
                return;
            }
        }
    }

    private void end(EmbeddingPhase phase, String message) {
        while (true) {
            SeriesState old = state.get();
            if (old.generation() != generation || !old.phase().isActive()) {
                return;
            }
            if (state.replace(old, new SeriesState(generation, phase, requests, old.results(), message))) {
                return;
            }
        }
    }
}
