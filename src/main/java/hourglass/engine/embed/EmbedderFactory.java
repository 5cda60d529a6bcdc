package hourglass.engine.embed;

import hourglass.core.spec.EmbeddingSpec;

/** Makes maps; the one door to the library that computes them. */
@FunctionalInterface
public interface EmbedderFactory {
    /**
     * A map with its points on their starting positions; may take seconds and cannot be broken off.
     *
     * @param spec its settings; how many points there are is said by {@code input} alone
     * @throws IllegalArgumentException in one sentence if no map can be made of these points
     */
    Embedder start(EmbedderInput input, EmbeddingSpec spec);
}
