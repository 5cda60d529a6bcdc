package hourglass.core.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round places to mark on an axis: steps of 1, 2 or 5 times a power of ten, or decades (after Heckbert, "Nice numbers
 * for graph labels", 1990). Values are computed in decimal, so 0.3 is 0.3.
 */
public final class NiceTicks {
    private static final int[][] MANTISSAS = {{1}, {1, 3}, {1, 2, 5}, {1, 2, 3, 5, 7}, {1, 2, 3, 4, 5, 6, 7, 8, 9}};

    private NiceTicks() {}

    /** Ticks inside {@code range}, ascending: at least two where the span allows, at most {@code most} (2 or more). */
    public static List<Tick> linear(Range range, int most) {
        checkMost(most);
        if (range.span() == 0 || range.span() < 1e-12 * Math.max(Math.abs(range.low()), Math.abs(range.high()))) {
            return List.of(new Tick(range.low(), plain(BigDecimal.valueOf(range.low()))));
        }
        int exponent = (int) Math.floor(Math.log10(range.span() / most)) - 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (countInside(range, step) <= most) {
                    return multiples(range, step);
                }
            }
            exponent++;
        }
    }

    /** Whole numbers inside {@code range} such as epochs: like {@link #linear} but never a step below 1. */
    public static List<Tick> whole(Range range, int most) {
        checkMost(most);
        return countInside(range, BigDecimal.ONE) <= most ? multiples(range, BigDecimal.ONE) : linear(range, most);
    }

    /**
     * Ticks for a logarithmic axis inside {@code range}, ascending, at most {@code most}: whole decades where there are
     * many, finer digits where there are few, and linear ones where even nine a decade would leave fewer than two.
     *
     * @throws IllegalArgumentException if the range is not positive
     */
    public static List<Tick> log(Range range, int most) {
        checkMost(most);
        if (range.low() <= 0) {
            throw new IllegalArgumentException("expected positive numbers for a logarithmic axis, got " + range.low());
        }
        List<Tick> best = List.of();
        for (int[] mantissas : MANTISSAS) {
            List<Tick> ticks = decades(range, mantissas);
            if (ticks.size() > most) {
                break;
            }
            best = ticks;
        }
        if (best.isEmpty()) {
            best = decades(range, MANTISSAS[0]);
        }
        if (best.size() < 2) {
            return linear(range, most);
        }
        return thinned(best, most);
    }

    /** A number as the shortest text with at most {@code significant} digits: 0.0088, 12.5, 3e-7. */
    public static String format(double value, int significant) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(significant));
        return plain(rounded);
    }

    private static void checkMost(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("expected room for at least 2 ticks, got " + most);
        }
    }

    private static long first(Range range, BigDecimal step) {
        return BigDecimal.valueOf(range.low())
                .divide(step, 0, RoundingMode.CEILING)
                .longValue();
    }

    private static long last(Range range, BigDecimal step) {
        return BigDecimal.valueOf(range.high())
                .divide(step, 0, RoundingMode.FLOOR)
                .longValue();
    }

    private static long countInside(Range range, BigDecimal step) {
        return last(range, step) - first(range, step) + 1;
    }

    private static List<Tick> multiples(Range range, BigDecimal step) {
        List<Tick> ticks = new ArrayList<>();
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        for (long i = first(range, step); i <= last(range, step); i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(value.doubleValue(), label(value, decimals)));
        }
        return List.copyOf(ticks);
    }

    private static String label(BigDecimal value, int decimals) {
        if (decimals > 6 || value.abs().compareTo(BigDecimal.valueOf(1e7)) >= 0) {
            return plain(value);
        }
        return signed(value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    private static List<Tick> decades(Range range, int[] mantissas) {
        List<Tick> ticks = new ArrayList<>();
        int to = (int) Math.ceil(Math.log10(range.high()));
        for (int exponent = (int) Math.floor(Math.log10(range.low())); exponent <= to; exponent++) {
            for (int mantissa : mantissas) {
                BigDecimal value = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
                if (range.contains(value.doubleValue())) {
                    ticks.add(new Tick(value.doubleValue(), plain(value)));
                }
            }
        }
        return List.copyOf(ticks);
    }

    private static List<Tick> thinned(List<Tick> ticks, int most) {
        int every = (ticks.size() + most - 1) / most;
        List<Tick> kept = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += every) {
            kept.add(ticks.get(i));
        }
        return List.copyOf(kept);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.signum() == 0) {
            return "0";
        }
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -5 && exponent < 7) {
            return signed(stripped.toPlainString());
        }
        return signed(stripped.movePointLeft(exponent).toPlainString() + "e" + exponent);
    }

    /** A hyphen is too short for a minus beside figures. */
    private static String signed(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }
}
