package hourglass.session.map;

import hourglass.engine.embed.EmbedderFactory;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes maps on the {@code embedding} thread, slice by slice, so that a map and a series share it and one that waits holds
 * nothing but its memory. Commands come from any thread and return at once; what happens is read from {@link #state},
 * {@link #sample}, {@link #frame}, {@link #quality} and {@link #seriesState}.
 */
public final class EmbeddingService {
    private final MapDesk desk;
    private final Latest<EmbeddingState> state = new Latest<>(EmbeddingState.IDLE);
    private final Latest<MapLoop.Outlets> outlets = new Latest<>(MapLoop.Outlets.of(state));
    private final Latest<SeriesState> series = new Latest<>(SeriesState.IDLE);
    private @Nullable MapLoop map;
    private @Nullable SeriesLoop loop;

    /** With the thread that computes maps and the networks, which are asked for on that thread. */
    public EmbeddingService(Worker embedding, Supplier<NetworkFactory> networks) {
        this(
                embedding,
                networks,
                (input, spec) ->
                        Embedders.start(input, spec, networks.get().computing().lanes()));
    }

    EmbeddingService(Worker embedding, Supplier<NetworkFactory> networks, EmbedderFactory embedders) {
        desk = new MapDesk(embedding, networks, embedders);
    }

    /** Where the map stands. */
    public EmbeddingState state() {
        return state.get();
    }

    /** The points of the map under way or last made; before any of its frames. */
    public Optional<EmbeddingSample> sample() {
        return outlets.get().sample().get();
    }

    /** Their newest places, renewed after each slice; those of a cancelled or failed map stay. */
    public Optional<EmbeddingFrame> frame() {
        return outlets.get().frame().get();
    }

    /** How far the finished map may be believed; comes a moment after {@link EmbeddingPhase#COMPLETED}. */
    public Optional<EmbeddingQuality> quality() {
        return outlets.get().quality().get();
    }

    /** Starts a map; one under way is cancelled. */
    public synchronized void start(EmbeddingRequest request) {
        if (map != null) {
            map.cancel();
        }
        long generation = state.get().generation() + 1;
        MapLoop.Outlets fresh = MapLoop.Outlets.of(state);
        // Before the state, so that nobody takes the old map's pictures for the new one's.
        outlets.put(fresh);
        state.put(new EmbeddingState(generation, EmbeddingPhase.PREPARING, request, ""));
        map = new MapLoop(desk, fresh, request, generation);
        map.begin();
    }

    /** Waits after the slice under way. */
    public synchronized void pause() {
        if (map != null) {
            map.pause();
        }
    }

    /** Goes on after a pause. */
    public synchronized void resume() {
        if (map != null) {
            map.resume();
        }
    }

    /** Ends the map at once; the places reached stay, and the thread is free after the slice under way. */
    public synchronized void cancel() {
        // A finished map is still being judged.
        if (map != null && state.get().phase().isActive()) {
            map.cancel();
        }
    }

    /**
     * Makes maps one after the other beside the map of {@link #start}; a series under way is cancelled. A map that fails ends
     * the series, and those made before it stay.
     */
    public synchronized void series(List<EmbeddingRequest> requests) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("expected at least one map");
        }
        cancelSeries();
        long generation = series.get().generation() + 1;
        series.put(new SeriesState(generation, EmbeddingPhase.RUNNING, requests, List.of(), ""));
        loop = new SeriesLoop(desk, series);
        loop.begin();
    }

    /** Ends the series at once; the maps finished stay. */
    public synchronized void cancelSeries() {
        if (loop != null) {
            loop.cancel();
            loop = null;
        }
    }

    /** Where the series stands. */
    public SeriesState seriesState() {
        return series.get();
    }

    /** The maps of the series finished so far, in the order asked for. */
    public List<EmbeddingResult> seriesResults() {
        return series.get().results();
    }
}
