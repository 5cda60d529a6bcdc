package hourglass.engine.embed;

import hourglass.engine.EngineException;

/** How every map begins, and how one ends whose points flew apart. */
public final class EmbedderStart {
    /** Fewest points. */
    public static final int LEAST_POINTS = 10;

    private static final double DEVIATION = 1e-4;
    /** Share of the starting positions that the seed draws, so that another seed is another run. */
    private static final double NOISE = 0.1;

    private EmbedderStart() {}

    /**
     * Refuses a map of too few points.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public static void check(int points, double perplexity) {
        if (points < LEAST_POINTS) {
            throw new IllegalArgumentException(
                    "A map needs at least " + LEAST_POINTS + " points; there are only " + points + ".");
        }
        if (perplexity > points / 3.0) {
            throw new IllegalArgumentException("The perplexity must be at most a third of the points, which is "
                    + points / 3 + " for " + points + "; got " + perplexity + ".");
        }
    }

    /**
     * The principal plane, so small that no point pushes another yet (Kobak and Berens, "The art of using t-SNE for
     * single-cell transcriptomics", 2019), and a tenth as much noise.
     *
     * @param plane first two principal components, {@code [n × 2]}
     * @param noise normal numbers of deviation 1, {@code [n × 2]}
     * @return {@code [n × 2]}; the first column has a deviation of about 0.0001
     */
    public static float[] places(float[] plane, float[] noise) {
        int n = plane.length / 2;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (double) plane[2 * i] / n;
        }
        double square = 0;
        for (int i = 0; i < n; i++) {
            square += (plane[2 * i] - mean) * (plane[2 * i] - mean) / n;
        }
        double factor = square > 0 ? DEVIATION / Math.sqrt(square) : 0;
        float[] places = new float[2 * n];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) (factor * plane[i] + NOISE * DEVIATION * noise[i]);
        }
        return places;
    }

    /** Says that a coordinate became {@code value}, after so many iterations that went well. */
    public static EngineException flewApart(int iterations, float value) {
        return new EngineException(
                "The points of the map flew apart after iteration " + iterations + "; try a lower learning rate.",
                new ArithmeticException("a coordinate is " + value));
    }
}
