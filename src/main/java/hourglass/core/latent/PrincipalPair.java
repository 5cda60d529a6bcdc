package hourglass.core.latent;

import java.util.Arrays;

/**
 * Mean and first two principal directions of codes by the power method on the codes themselves (Golub and Van Loan,
 * <em>Matrix Computations</em>, 4th ed., 8.2.1), the second kept at a right angle to the first. Starts from the same
 * vectors each time, so that equal codes give equal directions. Where two directions vary nearly alike, either is as
 * good as the other.
 *
 * @param mean {@code [d]}
 * @param first direction of length 1, {@code [d]}
 * @param second direction of length 1, {@code [d]}
 */
@SuppressWarnings("ArrayRecordComponent")
record PrincipalPair(double[] mean, double[] first, double[] second) {
    private static final int MAX_ROUNDS = 100;
    private static final double SETTLED = 1e-12;

    static PrincipalPair of(float[] given, int d) {
        float[] codes = finite(given, d);
        double[] mean = new double[d];
        for (int i = 0; i < codes.length; i++) {
            mean[i % d] += codes[i];
        }
        for (int i = 0; i < d; i++) {
            mean[i] /= Math.max(1, codes.length / d);
        }
        double[] first = strongest(codes, mean, new double[d]);
        return new PrincipalPair(mean, first, strongest(codes, mean, first));
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

    private static double[] strongest(float[] codes, double[] mean, double[] without) {
        double[] direction = start(mean.length, without);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double[] next = multiplied(codes, mean, direction);
            removePart(next, without);
            if (!normalise(next)) {
                break;
            }
            double agreement = Math.abs(dot(next, direction));
            direction = next;
            if (1 - agreement < SETTLED) {
                break;
            }
        }
        fixSign(direction);
        return direction;
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
    private static double[] multiplied(float[] codes, double[] mean, double[] direction) {
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
