package hourglass.cli;

import java.util.Arrays;
import java.util.Locale;

/**
 * How fast one kind of question was answered.
 *
 * @param what the hand does, and on which network
 * @param situation idle, or beside which training
 * @param answers measured
 * @param perSecond answers a second, each asked for when the one before was there
 * @param medianMillis half of them were there within this time
 * @param p95Millis 95 of 100 were
 */
record InteractionRow(
        String what, String situation, int answers, double perSecond, double medianMillis, double p95Millis) {
    /** Of the times of single answers, in nanoseconds. */
    static InteractionRow of(String what, String situation, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double seconds = Arrays.stream(sorted).sum() / 1e9;
        return new InteractionRow(
                what,
                situation,
                sorted.length,
                seconds > 0 ? sorted.length / seconds : 0,
                quantile(sorted, 0.5),
                quantile(sorted, 0.95));
    }

    private static double quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)] / 1e6;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-46s %-24s %7.0f a second  median %6.2f ms  95 %% %6.2f ms  (%d)",
                what,
                situation,
                perSecond,
                medianMillis,
                p95Millis,
                answers);
    }
}
