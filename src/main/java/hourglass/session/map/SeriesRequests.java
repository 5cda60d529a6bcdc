package hourglass.session.map;

import hourglass.core.spec.EmbeddingSpec;
import java.util.ArrayList;
import java.util.List;

/** The two series that teach how to read a map: what the perplexity does, and what chance does. */
public final class SeriesRequests {
    private static final double[] PERPLEXITIES = {2, 5, 30, 50, 100};
    private static final int SEEDS = 5;

    private SeriesRequests() {}

    /** The same points at perplexity 2, 5, 30, 50 and 100, as far as there are points enough. */
    public static List<EmbeddingRequest> perplexities(EmbeddingRequest base) {
        List<EmbeddingRequest> requests = new ArrayList<>();
        int points = Math.min(base.spec().points(), base.data().test().size());
        for (double perplexity : PERPLEXITIES) {
            if (perplexity <= points / 3.0) {
                requests.add(base.with(base.spec().withPerplexity(perplexity)));
            }
        }
        return requests;
    }

    /** Five seeds from that of {@code base} on: other samples and other starting positions. */
    public static List<EmbeddingRequest> seeds(EmbeddingRequest base) {
        List<EmbeddingRequest> requests = new ArrayList<>();
        EmbeddingSpec spec = base.spec();
        for (int i = 0; i < SEEDS; i++) {
            requests.add(base.with(spec.withSeed(spec.seed() + i)));
        }
        return requests;
    }
}
