package hourglass.core.plot;

/**
 * A closed interval of finite numbers.
 *
 * @param low least
 * @param high greatest, at least {@code low}
 */
public record Range(double low, double high) {
    /** Checks that both are finite and in order. */
    public Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("expected finite numbers in order, got " + low + " and " + high);
        }
    }

    /** Least and greatest of the finite ones among the first {@code count} values; {@code fallback} if there are none. */
    public static Range of(double[] values, int count, Range fallback) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (Double.isFinite(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        return low <= high ? new Range(low, high) : fallback;
    }

    /** Length of the interval, 0 or more. */
    public double span() {
        return high - low;
    }

    /** Whether {@code value} lies in it, ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** Smallest range that also holds {@code value}; the same if it is not finite. */
    public Range including(double value) {
        return Double.isFinite(value) ? new Range(Math.min(low, value), Math.max(high, value)) : this;
    }

    /** Wider by this share of its span on both sides; an empty span is first opened around its value. */
    public Range padded(double share) {
        double margin = span() > 0 ? span() * share : Math.max(Math.abs(low), 1) * 0.5;
        return new Range(low - margin, high + margin);
    }

    /** For a logarithmic axis of positive numbers: wider by this share of its length in decades on both sides. */
    public Range paddedLog(double share) {
        if (low <= 0) {
            throw new IllegalArgumentException("expected positive numbers for a logarithmic axis, got " + low);
        }
        double factor = span() > 0 ? Math.pow(high / low, share) : 2;
        return new Range(low / factor, high * factor);
    }

    /** Where {@code value} lies, 0 at {@link #low} and 1 at {@link #high}; 0.5 if the span is empty. */
    public double position(double value) {
        return span() == 0 ? 0.5 : (value - low) / span();
    }

    /** Like {@link #position} on a logarithmic axis; both ends and {@code value} positive. */
    public double logPosition(double value) {
        return span() == 0 ? 0.5 : Math.log(value / low) / Math.log(high / low);
    }
}
