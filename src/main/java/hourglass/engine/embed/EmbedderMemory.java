package hourglass.engine.embed;

/** How much heap a map needs, asked before anything is allocated. */
public final class EmbedderMemory {
    /** Three square tables of doubles: distances, affinities on both sides. */
    private static final long BYTES_PER_PAIR = 24;

    /** Points, gradients, and room for everybody else to go on breathing. */
    private static final long MARGIN = 48L << 20;

    private EmbedderMemory() {}

    /** Heap bytes for a map of {@code points} points. */
    public static long bytes(int points) {
        return BYTES_PER_PAIR * points * points;
    }

    /**
     * Refuses a map that the heap has no room for, in one sentence that says how many points would fit.
     *
     * @throws IllegalArgumentException if there is too little room
     */
    public static void check(int points) {
        long needed = bytes(points) + MARGIN;
        if (needed > free()) {
            // Rubbish counts as used until it is collected; only worth the pause when it decides the matter.
            System.gc();
        }
        long free = free();
        if (needed > free) {
            throw new IllegalArgumentException(sentence(points, free));
        }
    }

    static String sentence(int points, long free) {
        long fitting = (long) Math.sqrt(Math.max(0, free - MARGIN) / (double) BYTES_PER_PAIR) / 100 * 100;
        String advice = fitting >= 200
                ? "choose at most " + fitting + " points"
                : "close other work or start the program with more memory (-Xmx)";
        return "A map of " + points + " points needs " + Math.round(bytes(points) / 1e6) + " MB of memory, but only "
                + Math.round(Math.max(0, free - MARGIN) / 1e6) + " MB are free; " + advice + ".";
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
