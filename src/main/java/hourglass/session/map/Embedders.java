package hourglass.session.map;

import hourglass.core.Lanes;
import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.embed.Embedder;
import hourglass.engine.embed.EmbedderInput;
import hourglass.engine.embed.own.OwnTsne;
import hourglass.engine.embed.smile.SmileTsne;

/** The engines that make maps. */
final class Embedders {
    private Embedders() {}

    /** A map by the engine that its settings name. */
    static Embedder start(EmbedderInput input, EmbeddingSpec spec, Lanes lanes) {
        return switch (spec.engine()) {
            case OWN -> OwnTsne.start(input, spec, lanes);
            case SMILE -> SmileTsne.start(input, spec);
        };
    }
}
