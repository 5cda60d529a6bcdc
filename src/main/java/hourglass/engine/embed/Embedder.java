package hourglass.engine.embed;

/**
 * A map of points that moves step by step. Owned by one thread, the one that made it; not safe for several.
 *
 * <p>Large: about {@link EmbedderMemory#bytes} of heap until nobody holds it any more.
 */
public interface Embedder {
    /** Iterations done. */
    int iteration();

    /** Iterations during which attraction is exaggerated, so that clusters form before they find their places. */
    int exaggerationIterations();

    /**
     * Moves the points on.
     *
     * @param most iterations to do; an implementation may do fewer in one call, at least one
     * @throws hourglass.engine.EngineException with one sentence if the points flew apart; the coordinates before the
     *     call are then still given
     */
    void advance(int most);

    /** Where the points are, {@code [size × 2]}; a fresh copy. Finite. */
    float[] coordinates();
}
