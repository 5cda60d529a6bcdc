package hourglass.session.map;

import java.time.Duration;

/** A map as it stands at one iteration. Immutable. */
public final class EmbeddingFrame {
    /** The two parts of a t-SNE run. */
    public enum Stage {
        /** Attraction is exaggerated so that clusters form; the first 250 iterations. */
        EXAGGERATION,
        /** Clusters find their places. */
        SETTLING
    }

    private final long generation;
    private final int iteration;
    private final int total;
    private final Stage stage;
    private final float[] coordinates;
    private final Duration elapsed;
    private final Duration remaining;

    EmbeddingFrame(Mark mark, float[] coordinates, Duration elapsed, Duration remaining) {
        generation = mark.generation();
        iteration = mark.iteration();
        total = mark.total();
        stage = mark.stage();
        this.coordinates = coordinates.clone();
        this.elapsed = elapsed;
        this.remaining = remaining;
    }

    /** Which moment of which run. */
    record Mark(long generation, int iteration, int total, Stage stage) {}

    /** Number of the map. */
    public long generation() {
        return generation;
    }

    /** Iterations done; 0 shows the starting positions. */
    public int iteration() {
        return iteration;
    }

    /** Iterations in all. */
    public int total() {
        return total;
    }

    /** Whether attraction is still exaggerated. */
    public Stage stage() {
        return stage;
    }

    /** Points on the map. */
    public int size() {
        return coordinates.length / 2;
    }

    /** Horizontal place of a point; the unit means nothing. */
    public float x(int point) {
        return coordinates[2 * point];
    }

    /** Vertical place of a point, upwards. */
    public float y(int point) {
        return coordinates[2 * point + 1];
    }

    /** All places, {@code [size × 2]}; a copy. */
    public float[] coordinates() {
        return coordinates.clone();
    }

    /** Time spent computing so far; pauses do not count. */
    public Duration elapsed() {
        return elapsed;
    }

    /** Estimate until the last iteration. */
    public Duration remaining() {
        return remaining;
    }
}
