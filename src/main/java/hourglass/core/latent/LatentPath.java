package hourglass.core.latent;

/** Codes along a way from one code to another, both ends included. */
public final class LatentPath {
    private LatentPath() {}

    /**
     * The straight way at even steps.
     *
     * @param from {@code [d]}
     * @param to {@code [d]}
     * @param steps codes in all, 2 or more
     * @return {@code [steps × d]}
     */
    public static float[] straight(float[] from, float[] to, int steps) {
        check(from, to, steps);
        int d = from.length;
        float[] path = new float[steps * d];
        System.arraycopy(from, 0, path, 0, d);
        System.arraycopy(to, 0, path, (steps - 1) * d, d);
        for (int step = 1; step < steps - 1; step++) {
            double share = (double) step / (steps - 1);
            for (int i = 0; i < d; i++) {
                path[step * d + i] = (float) ((1 - share) * from[i] + share * to[i]);
            }
        }
        return path;
    }

    private static void check(float[] from, float[] to, int steps) {
        if (from.length == 0 || from.length != to.length) {
            throw new IllegalArgumentException(
                    "expected two codes of one size, got " + from.length + " and " + to.length + " numbers");
        }
        if (steps < 2) {
            throw new IllegalArgumentException("expected a path of at least 2 codes, got " + steps);
        }
    }
}
