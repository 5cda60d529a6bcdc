package hourglass.ui.kit;

import java.util.Locale;

/**
 * How evenly the window drew its frames.
 *
 * @param count gaps measured
 * @param medianMillis half of them are not longer
 * @param p99Millis 99 of 100 are not longer
 * @param worstMillis the longest
 */
public record HeartbeatReport(long count, double medianMillis, double p99Millis, double worstMillis) {
    /** In one line. */
    public String inWords() {
        return Messages.text("heartbeat.report", Long.toString(count), millis(p99Millis), millis(worstMillis));
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
