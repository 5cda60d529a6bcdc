package hourglass.ui.latent;

/** How many images one question may hold, so that the hand, which asks in between, hardly waits. */
final class Pace {
    private static final double NANOS_PER_QUESTION = 6e6;
    private static final int LEAST = 8;
    private static final int MOST = 512;

    private double nanosPerImage = NANOS_PER_QUESTION / 64;

    int images() {
        return (int) Math.max(LEAST, Math.min(MOST, NANOS_PER_QUESTION / nanosPerImage));
    }

    /** A question of {@code images} took so long. */
    void took(int images, long nanos) {
        nanosPerImage = 0.5 * nanosPerImage + 0.5 * Math.max(1, (double) nanos / images);
    }
}
