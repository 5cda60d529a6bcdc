package hourglass.core.latent;

/** Codes along a way from one code to another, both ends included. */
public final class LatentPath {
    /** Below this angle, or this near to opposite, the arc is not defined well enough. */
    private static final double SMALLEST_ANGLE = 1e-4;

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
        return mix(from, to, steps, LatentPath::ofStraight);
    }

    /**
     * The way along an arc around the origin at even angles (Shoemake 1985; for latent spaces White 2016, "Sampling
     * generative networks"). In many dimensions a straight way between two typical codes cuts through the middle, where
     * hardly any code of a normal distribution lies; the arc stays out. Where no arc is defined, because an end is the
     * origin or both lie in the same or exactly opposite directions, the way is straight.
     *
     * @param from {@code [d]}
     * @param to {@code [d]}
     * @param steps codes in all, 2 or more
     * @return {@code [steps × d]}
     */
    public static float[] spherical(float[] from, float[] to, int steps) {
        check(from, to, steps);
        double lengths = Math.sqrt(dot(from, from) * dot(to, to));
        double angle = lengths > 0 ? Math.acos(Math.max(-1, Math.min(1, dot(from, to) / lengths))) : 0;
        if (!(angle > SMALLEST_ANGLE && angle < Math.PI - SMALLEST_ANGLE)) {
            return straight(from, to, steps);
        }
        double sine = Math.sin(angle);
        return mix(from, to, steps, t -> new double[] {Math.sin((1 - t) * angle) / sine, Math.sin(t * angle) / sine});
    }

    private static double[] ofStraight(double t) {
        return new double[] {1 - t, t};
    }

    private interface Shares {
        double[] at(double t);
    }

    private static float[] mix(float[] from, float[] to, int steps, Shares shares) {
        int d = from.length;
        float[] path = new float[steps * d];
        System.arraycopy(from, 0, path, 0, d);
        System.arraycopy(to, 0, path, (steps - 1) * d, d);
        for (int step = 1; step < steps - 1; step++) {
            double[] share = shares.at((double) step / (steps - 1));
            for (int i = 0; i < d; i++) {
                path[step * d + i] = (float) (share[0] * from[i] + share[1] * to[i]);
            }
        }
        return path;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
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
