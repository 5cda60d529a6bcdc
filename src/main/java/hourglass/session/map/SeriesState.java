package hourglass.session.map;

import java.util.List;

/**
 * Where a series of maps stands. Immutable.
 *
 * @param generation number of the series
 * @param phase of the series as a whole
 * @param requests all maps of it, in order
 * @param results the maps finished so far, in the order of the requests
 * @param message sentence for the user where the series failed, else empty
 */
public record SeriesState(
        long generation,
        EmbeddingPhase phase,
        List<EmbeddingRequest> requests,
        List<EmbeddingResult> results,
        String message) {
    /** Before the first series. */
    public static final SeriesState IDLE = new SeriesState(0, EmbeddingPhase.IDLE, List.of(), List.of(), "");

    /** Copies the lists. */
    public SeriesState {
        requests = List.copyOf(requests);
        results = List.copyOf(results);
    }
}
