package hourglass.core.latent;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Mean code of each class and the directions between them: "more like an ankle boot" is a step along the difference of
 * two class means (Larsen et al. 2016, "Autoencoding beyond pixels", section 4; Radford et al. 2016). Works for codes of
 * any size; uses labels, which training never saw.
 */
public final class ClassDirections {
    private static final int TROUSER = 1;
    private static final int ANKLE_BOOT = 9;

    private final double[] overall;
    private final double[][] means;
    private final int[] counts;

    private ClassDirections(double[] overall, double[][] means, int[] counts) {
        this.overall = overall;
        this.means = means;
        this.counts = counts;
    }

    /**
     * Of labelled codes.
     *
     * @param codes {@code [n × dimension]}, n at least 1
     * @param dimension numbers per code, 1 or more
     * @param labels {@code [n]}, each {@code 0 … classes − 1}
     * @param classes number of classes
     */
    public static ClassDirections of(float[] codes, int dimension, int[] labels, int classes) {
        if (dimension < 1 || labels.length == 0 || codes.length != (long) labels.length * dimension) {
            throw new IllegalArgumentException("expected " + labels.length + " codes of " + dimension
                    + " numbers (both at least 1), got " + codes.length + " numbers");
        }
        double[] overall = new double[dimension];
        double[][] means = new double[classes][dimension];
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            double[] sum = means[labels[i]];
            counts[labels[i]]++;
            for (int d = 0; d < dimension; d++) {
                sum[d] += codes[i * dimension + d];
                overall[d] += codes[i * dimension + d];
            }
        }
        divide(overall, labels.length);
        for (int label = 0; label < classes; label++) {
            divide(means[label], counts[label]);
        }
        return new ClassDirections(overall, means, counts);
    }

    private static void divide(double[] sum, int count) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] /= Math.max(1, count);
        }
    }

    /** Number of classes. */
    public int classes() {
        return counts.length;
    }

    /** How many codes a class had; those with none have no mean and no directions. */
    public int count(int label) {
        return counts[label];
    }

    /** Two classes. */
    public record Pair(int from, int to) {}

    /**
     * Two classes far apart to walk between: trouser and ankle boot of Fashion-MNIST, where there are fewer classes the first
     * and the last that have codes; empty where fewer than two have.
     */
    public Optional<Pair> farApart() {
        int[] present = IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .toArray();
        if (present.length < 2) {
            return Optional.empty();
        }
        boolean usual = present.length > ANKLE_BOOT;
        return Optional.of(
                usual
                        ? new Pair(present[TROUSER], present[ANKLE_BOOT])
                        : new Pair(present[0], present[present.length - 1]));
    }

    /** Mean of all codes, {@code [dimension]}; each code counts the same. */
    public float[] overallMean() {
        return narrowed(overall);
    }

    /**
     * Mean code of a class, {@code [dimension]}.
     *
     * @throws IllegalStateException if the class had no code
     */
    public float[] mean(int label) {
        return narrowed(known(label));
    }

    /**
     * From the mean of one class to that of another, {@code [dimension]}: added whole to a code of the first it gives a
     * typical code of the second.
     *
     * @throws IllegalStateException if one of them had no code
     */
    public float[] direction(int fromClass, int toClass) {
        return difference(known(fromClass), known(toClass));
    }

    /** {@code code + amount · direction}, {@code [dimension]}. */
    public static float[] moved(float[] code, float[] direction, double amount) {
        if (code.length != direction.length) {
            throw new IllegalArgumentException(
                    "expected a direction of " + code.length + " numbers, got " + direction.length);
        }
        float[] result = new float[code.length];
        for (int d = 0; d < code.length; d++) {
            result[d] = (float) (code[d] + amount * direction[d]);
        }
        return result;
    }

    /**
     * A code at each of several shares of the way from one class to another.
     *
     * @param code {@code [dimension]}
     * @param shares of the difference of the class means; 1 is all of it
     * @return {@code [shares × dimension]}
     */
    public float[] walk(float[] code, int fromClass, int toClass, double[] shares) {
        float[] direction = direction(fromClass, toClass);
        float[] walked = new float[shares.length * code.length];
        for (int step = 0; step < shares.length; step++) {
            System.arraycopy(moved(code, direction, shares[step]), 0, walked, step * code.length, code.length);
        }
        return walked;
    }

    private double[] known(int label) {
        if (counts[label] == 0) {
            throw new IllegalStateException("class " + label + " has no code to take a mean of");
        }
        return means[label];
    }

    private static float[] difference(double[] from, double[] to) {
        float[] result = new float[from.length];
        for (int d = 0; d < from.length; d++) {
            result[d] = (float) (to[d] - from[d]);
        }
        return result;
    }

    private static float[] narrowed(double[] values) {
        float[] result = new float[values.length];
        for (int d = 0; d < values.length; d++) {
            result[d] = (float) values[d];
        }
        return result;
    }
}
