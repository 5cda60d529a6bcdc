package hourglass.core.spec;

import java.math.BigDecimal;

/** Range checks that speak in one sentence. */
final class Checks {
    private Checks() {}

    static void range(String field, String words, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidSpecException(
                    field, words + " must be between " + least + " and " + most + "; got " + value + ".");
        }
    }

    static void range(String field, String words, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidSpecException(
                    field,
                    words + " must be between " + plain(least) + " and " + plain(most) + "; got " + plain(value) + ".");
        }
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e7
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
