package hourglass.figures;

import hourglass.core.plot.NiceTicks;
import java.util.Locale;

/** How errors are written in figures: alike, so that they can be compared at a glance. */
final class FigureNumbers {
    private static final double SMALLEST_FIXED = 0.001;
    private static final double LARGEST_FIXED = 10;

    private FigureNumbers() {}

    /** Four decimals for the usual sizes, four digits for others. */
    static String error(double value) {
        return value == 0 || (value >= SMALLEST_FIXED && value < LARGEST_FIXED)
                ? String.format(Locale.ROOT, "%.4f", value)
                : NiceTicks.format(value, value < SMALLEST_FIXED ? 2 : 4);
    }

    /** Four digits, for nats and the like. */
    static String large(double value) {
        return NiceTicks.format(value, 4);
    }
}
