package hourglass.core.latent;

import java.util.Arrays;

/**
 * The search for the two directions in which codes vary most, round by round, for callers that must not be busy for long:
 * the power method on the codes themselves (Golub and Van Loan, <em>Matrix Computations</em>, 4th ed., 8.2.1), the second
 * direction kept at a right angle to the first. It starts from the same vectors each time, so that equal codes give equal
 * directions; where two directions vary nearly alike, either is as good as the other. Not thread-safe.
 */
public final class PrincipalSearch {
    private static final int MAX_ROUNDS = 100;
    private static final double SETTLED = 1e-12;

    private final float[] codes;
    private final double[] mean;
    private double[] first;
    private double[] second;
    private boolean onSecond;
    private boolean done;
    private int rounds;

    /**
     * Begins; looks at every code once.
     *
     * @param given {@code [n × d]}; those with a number that is not finite are left out
     * @param d numbers per code, 2 or more
     */
    public PrincipalSearch(float[] given, int d) {
        if (d < 2 || given.length == 0 || given.length % d != 0) {
            throw new IllegalArgumentException(
                    "expected codes of " + d + " numbers (at least 2), got " + given.length + " numbers in all");
        }
        codes = finite(given, d);
        mean = new double[d];
        for (int from = 0; from < codes.length; from += d) {
            for (int i = 0; i < d; i++) {
                mean[i] += codes[from + i];
            }
        }
        for (int i = 0; i < d; i++) {
            mean[i] /= Math.max(1, codes.length / d);
        }
        first = start(d, new double[d]);
        second = first;
    }

    /** One round, which looks at every code twice; says whether there is another. */
    public boolean next() {
        if (done) {
            return false;
        }
        double[] before = onSecond ? second : first;
        double[] now = multiplied(before);
        if (onSecond) {
            removePart(now, first);
        }
        boolean moved = normalise(now);
        if (moved) {
            keep(now);
        }
        if (!moved || ++rounds == MAX_ROUNDS || 1 - Math.abs(dot(now, before)) < SETTLED) {
            close();
        }
        return !done;
    }

    private void keep(double[] direction) {
        if (onSecond) {
            second = direction;
        } else {
            first = direction;
        }
    }

    private void close() {
        fixSign(onSecond ? second : first);
        if (onSecond) {
            done = true;
        } else {
            onSecond = true;
            rounds = 0;
            second = start(mean.length, first);
        }
    }

    /** All rounds. */
    PrincipalSearch finish() {
        boolean more = true;
        while (more) {
            more = next();
        }
        return this;
    }

    /** Whether no round would change anything any more. */
    boolean isDone() {
        return done;
    }

    /** Mean of the codes, {@code [d]}. */
    double[] mean() {
        return mean.clone();
    }

    /** Of length 1, {@code [d]}. */
    double[] first() {
        return first.clone();
    }

    /** Of length 1, {@code [d]}, at a right angle to the first. */
    double[] second() {
        return second.clone();
    }

    private static float[] finite(float[] given, int d) {
        float[] kept = new float[given.length];
        int count = 0;
        for (int from = 0; from < given.length; from += d) {
            float sum = 0;
            for (int i = from; i < from + d; i++) {
                sum += given[i] * 0;
            }
            if (sum == 0) {
                System.arraycopy(given, from, kept, count, d);
                count += d;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Some of every direction; where all of it lies along {@code without}, the axis that lies least along it. */
    private static double[] start(int d, double[] without) {
        double[] direction = new double[d];
        for (int i = 0; i < d; i++) {
            direction[i] = 1 + Math.sin(1 + 7.0 * i);
        }
        removePart(direction, without);
        if (!normalise(direction)) {
            int least = 0;
            for (int i = 0; i < d; i++) {
                least = Math.abs(without[i]) < Math.abs(without[least]) ? i : least;
            }
            Arrays.fill(direction, 0);
            direction[least] = 1;
            removePart(direction, without);
            normalise(direction);
        }
        return direction;
    }

    /** The codes' scatter matrix by a vector, without forming the matrix. */
    private double[] multiplied(double[] direction) {
        int d = mean.length;
        double[] result = new double[d];
        double centre = dot(mean, direction);
        for (int from = 0; from < codes.length; from += d) {
            double along = -centre;
            for (int i = 0; i < d; i++) {
                along += codes[from + i] * direction[i];
            }
            for (int i = 0; i < d; i++) {
                result[i] += along * (codes[from + i] - mean[i]);
            }
        }
        return result;
    }

    private static void removePart(double[] vector, double[] direction) {
        double part = dot(vector, direction);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= part * direction[i];
        }
    }

    private static boolean normalise(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 1e-9) || !Double.isFinite(length)) {
            return false;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void fixSign(double[] vector) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) {
            largest = Math.abs(vector[i]) > Math.abs(vector[largest]) + 1e-12 ? i : largest;
        }
        if (vector[largest] < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
    }
}
