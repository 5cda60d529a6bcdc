package hourglass.engine.embed;

import hourglass.core.spec.EmbeddingSpec;

/** How much heap a map needs, asked before anything is allocated. */
public final class EmbedderMemory {
    /** Smile's: three square tables of doubles, distances and affinities on both sides. */
    private static final long BYTES_PER_PAIR = 24;

    /** Our own: each neighbour in both directions, once while they are sorted and once for good. */
    private static final long BYTES_PER_NEIGHBOUR = 40;

    private static final int NEIGHBOURS_PER_PERPLEXITY = 3;

    /** Points, gradients, and room for everybody else to go on breathing. */
    private static final long MARGIN = 48L << 20;

    private EmbedderMemory() {}

    /** Heap bytes for a map with these settings of {@code points} points. */
    public static long bytes(EmbeddingSpec spec, int points) {
        return switch (spec.engine()) {
            case OWN -> perPoint(spec) * points;
            case SMILE -> BYTES_PER_PAIR * points * points;
        };
    }

    private static long perPoint(EmbeddingSpec spec) {
        return (long) (BYTES_PER_NEIGHBOUR * NEIGHBOURS_PER_PERPLEXITY * spec.perplexity());
    }

    /**
     * Refuses a map that the heap has no room for, in one sentence that says how many points would fit.
     *
     * @throws IllegalArgumentException if there is too little room
     */
    public static void check(EmbeddingSpec spec, int points) {
        long needed = bytes(spec, points) + MARGIN;
        if (needed > free()) {
            // Rubbish counts as used until it is collected; only worth the pause when it decides the matter.
            System.gc();
        }
        long free = free();
        if (needed > free) {
            throw new IllegalArgumentException(sentence(spec, points, free));
        }
    }

    static String sentence(EmbeddingSpec spec, int points, long free) {
        long fitting = fitting(spec, Math.max(0, free - MARGIN)) / 100 * 100;
        String advice = fitting >= 200
                ? "choose at most " + fitting + " points"
                : "close other work or start the program with more memory (-Xmx)";
        return "A map of " + points + " points needs " + Math.round(bytes(spec, points) / 1e6)
                + " MB of memory, but only " + Math.round(Math.max(0, free - MARGIN) / 1e6) + " MB are free; " + advice
                + ".";
    }

    private static long fitting(EmbeddingSpec spec, long room) {
        return switch (spec.engine()) {
            case OWN -> room / perPoint(spec);
            case SMILE -> (long) Math.sqrt(room / (double) BYTES_PER_PAIR);
        };
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
