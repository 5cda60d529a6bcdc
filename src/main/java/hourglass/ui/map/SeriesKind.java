package hourglass.ui.map;

import hourglass.session.map.EmbeddingRequest;
import hourglass.session.map.SeriesRequests;
import java.util.List;

/** The two series of maps that teach how to read one. */
enum SeriesKind {
    /** The same points at five perplexities. */
    PERPLEXITY,
    /** Five seeds. */
    SEED;

    List<EmbeddingRequest> requests(EmbeddingRequest base) {
        return this == PERPLEXITY ? SeriesRequests.perplexities(base) : SeriesRequests.seeds(base);
    }
}
