package hourglass.core.plot;

/**
 * Exponential moving average with correction of the start, so that it begins at the first value and not at 0 (Kingma
 * and Ba 2015, section 3): {@code m ← w·m + (1 − w)·v}, given out as {@code m / (1 − wᵗ)}.
 *
 * <p>Keeps state for one curve; values that are not finite leave it unchanged. Not for several threads at once.
 */
public final class Smoothing {
    private final double weight;
    private double average;
    private double correction = 1;

    /**
     * Before any value.
     *
     * @param weight of the past, 0 (no smoothing) … below 1
     */
    public Smoothing(double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("expected a weight from 0 to below 1, got " + weight);
        }
        this.weight = weight;
    }

    /** Takes the next value and gives the smoothed one; NaN before the first finite value. */
    public double next(double value) {
        if (Double.isFinite(value)) {
            average = weight * average + (1 - weight) * value;
            correction *= weight;
        }
        return correction == 1 ? Double.NaN : average / (1 - correction);
    }

    /** The first {@code count} values smoothed, {@code [count]}. */
    public static double[] of(double[] values, int count, double weight) {
        Smoothing smoothing = new Smoothing(weight);
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = smoothing.next(values[i]);
        }
        return result;
    }
}
