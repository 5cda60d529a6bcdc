package hourglass.session.ask;

import java.util.function.LongSupplier;

/**
 * How many images a portion of work may hold, so that a hand, whose questions are answered in between, hardly waits: as
 * many as took some milliseconds lately. For one thread at a time.
 */
public final class Pace {
    private static final double NANOS_PER_PORTION = 6e6;

    private final LongSupplier nanos;
    private final int least;
    private final int most;
    private double nanosPerImage = NANOS_PER_PORTION / 64;

    /** By the system's clock. */
    public Pace() {
        this(System::nanoTime, 8, 512);
    }

    Pace(LongSupplier nanos, int least, int most) {
        this.nanos = nanos;
        this.least = least;
        this.most = most;
    }

    /** Always so many, where nobody waits and equal work is to give equal numbers. */
    public static Pace fixed(int images) {
        return new Pace(System::nanoTime, images, images);
    }

    /** The same for work of another kind, of which nothing is known yet. */
    public Pace again() {
        return new Pace(nanos, least, most);
    }

    /** Images in the next portion, where so many are left. */
    public int next(int left) {
        return Math.min(left, (int) Math.max(least, Math.min(most, NANOS_PER_PORTION / nanosPerImage)));
    }

    /** Does the work of one portion of {@code images} and learns from how long it takes. */
    public void time(int images, Runnable work) {
        long begun = nanos.getAsLong();
        work.run();
        double took = Math.max(1, (double) (nanos.getAsLong() - begun) / images);
        nanosPerImage = 0.5 * nanosPerImage + 0.5 * took;
    }
}
