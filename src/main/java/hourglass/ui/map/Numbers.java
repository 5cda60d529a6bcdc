package hourglass.ui.map;

import hourglass.session.map.EmbeddingCost;
import hourglass.ui.kit.Counts;
import hourglass.ui.kit.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Numbers as this view writes them. */
final class Numbers {
    /** Stands for a number that is being computed. */
    static final String COMING = "…";
    /** Stands for a number there is none of. */
    static final String NONE = "–";

    private Numbers() {}

    /** Without an exponent and without zeros at the end. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A share of 1 to three places. */
    static String share(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A share as a percentage. */
    static String percent(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    /** A share as a whole percentage. */
    static String about(double value) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * value);
    }

    static String count(long value) {
        return Counts.spaced(value);
    }

    /** Half a minute as seconds, more in minutes and seconds. */
    static String time(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        return seconds < 60
                ? Messages.text("map.seconds", Long.toString(seconds))
                : Messages.text("map.minutes", Long.toString(seconds / 60), Long.toString(seconds % 60));
    }

    /** What a map will cost. */
    static String cost(EmbeddingCost cost) {
        String time = time(Duration.ofMillis(Math.max(1000, Math.round(cost.seconds() * 1000))));
        String memory = count(Math.max(1, Math.round(cost.megabytes())));
        return cost.fits() ? Messages.text("map.cost", time, memory) : Messages.text("map.cost.too-much", memory);
    }
}
