package hourglass.core.spec;

/**
 * Settings of a map by t-SNE (van der Maaten and Hinton 2008).
 *
 * @param points test images on the map, 200 … 10 000; time grows with their square
 * @param perplexity about how many neighbours each point listens to, 2 … 100 and at most a third of the points
 * @param iterations steps of the descent, 250 … 5000; during the first 250 attraction is exaggerated
 * @param learningRate length of a step, 10 … 2000
 * @param seed draws the sample and the small differences in the starting positions
 * @param engine who computes it
 */
public record EmbeddingSpec(
        int points, double perplexity, int iterations, double learningRate, long seed, Engine engine) {
    /** Who computes a map. All descend the same objective in the same phases. */
    public enum Engine {
        /** The program's own, on all lanes. */
        OWN,
        /** Smile's, the reference; memory grows with the square of the points too. */
        SMILE
    }

    /** Fewest points. */
    public static final int LEAST_POINTS = 200;

    /** Most points. */
    public static final int MOST_POINTS = 10_000;

    /** Least perplexity. */
    public static final double LEAST_PERPLEXITY = 2;

    /** Largest perplexity. */
    public static final double MOST_PERPLEXITY = 100;

    /** Fewest iterations: until exaggeration ends. */
    public static final int LEAST_ITERATIONS = 250;

    /** Most iterations. */
    public static final int MOST_ITERATIONS = 5000;

    /** Smallest learning rate. */
    public static final double LEAST_LEARNING_RATE = 10;

    /** Largest learning rate. */
    public static final double MOST_LEARNING_RATE = 2000;

    /** Checks the ranges. */
    public EmbeddingSpec {
        Checks.range("embedding.points", "The points of a map", points, LEAST_POINTS, MOST_POINTS);
        Checks.range("embedding.perplexity", "The perplexity", perplexity, LEAST_PERPLEXITY, MOST_PERPLEXITY);
        Checks.range("embedding.iterations", "The iterations", iterations, LEAST_ITERATIONS, MOST_ITERATIONS);
        Checks.range(
                "embedding.learningRate", "The learning rate", learningRate, LEAST_LEARNING_RATE, MOST_LEARNING_RATE);
        if (perplexity > points / 3.0) {
            throw new InvalidSpecException(
                    "embedding.perplexity",
                    "The perplexity must be at most a third of the points, which is " + points / 3 + " for " + points
                            + "; got " + perplexity + ".");
        }
    }

    /** By the program's own engine. */
    public EmbeddingSpec(int points, double perplexity, int iterations, double learningRate, long seed) {
        this(points, perplexity, iterations, learningRate, seed, Engine.OWN);
    }

    /** 2 000 points, perplexity 30, 1 000 iterations, learning rate 200, by the program's own engine. */
    public static EmbeddingSpec standard(long seed) {
        return new EmbeddingSpec(2000, 30, 1000, 200, seed);
    }

    /** The same with another number of points. */
    public EmbeddingSpec withPoints(int value) {
        return new EmbeddingSpec(value, perplexity, iterations, learningRate, seed, engine);
    }

    /** The same with another perplexity. */
    public EmbeddingSpec withPerplexity(double value) {
        return new EmbeddingSpec(points, value, iterations, learningRate, seed, engine);
    }

    /** The same with other iterations. */
    public EmbeddingSpec withIterations(int value) {
        return new EmbeddingSpec(points, perplexity, value, learningRate, seed, engine);
    }

    /** The same with another learning rate. */
    public EmbeddingSpec withLearningRate(double value) {
        return new EmbeddingSpec(points, perplexity, iterations, value, seed, engine);
    }

    /** The same with another seed. */
    public EmbeddingSpec withSeed(long value) {
        return new EmbeddingSpec(points, perplexity, iterations, learningRate, value, engine);
    }

    /** The same by another engine. */
    public EmbeddingSpec withEngine(Engine value) {
        return new EmbeddingSpec(points, perplexity, iterations, learningRate, seed, value);
    }
}
