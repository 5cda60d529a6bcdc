package hourglass.session.map;

import hourglass.core.spec.EmbeddingSpec;
import hourglass.engine.embed.EmbedderMemory;

/**
 * What a map will cost, said before it starts.
 *
 * @param seconds estimate on this machine's processors
 * @param megabytes of heap while it runs
 */
public record EmbeddingCost(double seconds, double megabytes) {
    /** Smile's nanoseconds per pair of points and iteration on two cores at 2.8 GHz. */
    private static final double STEP_NANOS = 3.5;

    /** How much of that is added for each 1 000 points, as the tables leave the caches behind. */
    private static final double GROWTH = 0.1;

    /** Smile's nanoseconds per pair for finding each point's neighbourhood before the first iteration. */
    private static final double PREPARATION_NANOS = 150;

    /** Our own nanoseconds per pair and iteration beside a window on two cores, whose map has one of them. */
    private static final double OWN_STEP_NANOS = 0.4;

    private static final double OWN_PREPARATION_NANOS = 40;

    /** Of a map with these settings, of as many images as they ask for. */
    public static EmbeddingCost of(EmbeddingSpec spec) {
        return of(spec, spec.points());
    }

    /** Of a map with these settings where there are only so many images. */
    public static EmbeddingCost of(EmbeddingSpec spec, int images) {
        int points = Math.min(spec.points(), images);
        double preparation = (spec.engine() == EmbeddingSpec.Engine.OWN ? OWN_PREPARATION_NANOS : PREPARATION_NANOS)
                * points
                * points
                * coreFactor();
        double nanos = preparation + iterationNanos(spec, points) * spec.iterations();
        return new EmbeddingCost(nanos * 1e-9, EmbedderMemory.bytes(spec, points) / 1e6);
    }

    /** Estimate for one iteration. */
    static double iterationNanos(EmbeddingSpec spec, int points) {
        if (spec.engine() == EmbeddingSpec.Engine.OWN) {
            return OWN_STEP_NANOS * points * points * coreFactor();
        }
        return STEP_NANOS * (1 + GROWTH * points / 1000) * points * points * coreFactor();
    }

    private static double coreFactor() {
        return 2.0 / Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    /** Whether the heap may grow far enough for it. */
    public boolean fits() {
        return megabytes * 1e6 <= Runtime.getRuntime().maxMemory();
    }
}
