package hourglass.core.color;

import java.util.Objects;

/**
 * Signed errors as colours: too dark blue, none nearly black on a dark ground and white on a light one, too bright orange. Blue and orange stay apart for
 * every kind of colour vision; their ends are equally far from the middle in lightness.
 *
 * <p>The range is fixed by the caller and never taken from the data, so pictures can be compared. Immutable.
 */
public final class SignedErrorMap {
    private static final int HALF = 255;

    private final double range;
    private final int[] colors = new int[2 * HALF + 1];

    private SignedErrorMap(double range, int negative, int zero, int positive) {
        if (!(range > 0) || Double.isInfinite(range)) {
            throw new IllegalArgumentException("expected a positive range of errors, got " + range);
        }
        this.range = range;
        Oklab middle = Oklab.of(zero);
        Oklab low = Oklab.of(negative);
        Oklab high = Oklab.of(positive);
        for (int i = 0; i <= HALF; i++) {
            double share = (double) i / HALF;
            colors[HALF - i] = middle.towards(low, share).argb();
            colors[HALF + i] = middle.towards(high, share).argb();
        }
    }

    /**
     * For a ground and errors of {@code −range … range}, beyond which the colour stays.
     *
     * @throws IllegalArgumentException if {@code range} is not positive
     */
    public static SignedErrorMap on(Ground ground, double range) {
        return ground == Ground.DARK
                ? new SignedErrorMap(range, 0x5aa9ff, 0x0b0f14, 0xff7f50)
                : new SignedErrorMap(range, 0x0b63c5, 0xffffff, 0xc2410c);
    }

    /**
     * For paper and copies in grey: from dark blue over a middle grey to bright orange, ever lighter, so that too dark
     * and too bright stay apart without any colour.
     *
     * @throws IllegalArgumentException if {@code range} is not positive
     */
    public static SignedErrorMap onPaper(double range) {
        return new SignedErrorMap(range, 0x08306b, 0xa3a3a3, 0xffdca8);
    }

    /** Greatest error with a colour of its own. */
    public double range() {
        return range;
    }

    /** Colour of one error, {@code reconstruction − original}; NaN is shown as none. */
    public int argb(double error) {
        double share = Math.max(-1, Math.min(1, error / range));
        return colors[HALF + (int) Math.round(share * HALF)];
    }

    /** {@code count} differences {@code reconstruction − original}, from {@code from} on, into {@code target}. */
    public void fill(float[] original, float[] reconstruction, int from, int count, int[] target) {
        Objects.checkFromIndexSize(from, count, Math.min(original.length, reconstruction.length));
        Objects.checkFromIndexSize(0, count, target.length);
        for (int i = 0; i < count; i++) {
            target[i] = argb(reconstruction[from + i] - original[from + i]);
        }
    }
}
