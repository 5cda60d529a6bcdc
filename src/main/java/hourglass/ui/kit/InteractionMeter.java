package hourglass.ui.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How fast pictures follow the hand: updates a second while it moves, and the time from the movement to the painted
 * picture. Over the newest 512 of them; FX thread.
 */
public final class InteractionMeter {
    private static final int KEPT = 512;
    /** Longer from a picture to the next movement means that the hand rested, not that pictures were slow. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long[] delays = new long[KEPT];
    private final long[] gaps = new long[KEPT];
    private long painted;
    private long gapCount;
    private long lastPainted;
    private long lastAsked;
    private boolean waiting;
    private boolean moving;

    /**
     * What was measured.
     *
     * @param count pictures painted in answer to the hand
     * @param perSecond updates a second while it moved, 0 before there were two
     * @param medianMillis half of the pictures came within this time
     * @param p95Millis 95 of 100 came within this time
     */
    public record Report(long count, double perSecond, double medianMillis, double p95Millis) {}

    /** The hand moved at this moment; the first of several movements before a picture counts. */
    public void asked(long nanos) {
        if (!waiting) {
            waiting = true;
            moving = moving && nanos - lastPainted < REST_NANOS;
        }
        lastAsked = nanos;
    }

    /** When the hand last moved, to be handed along with the question and back to {@link #painted}. */
    public long lastAsked() {
        return lastAsked;
    }

    /**
     * A picture was painted that answers the movement at {@code askedNanos}; movements before it that got no picture of
     * their own are answered by it too.
     */
    public void painted(long askedNanos, long nanos) {
        delays[(int) (painted++ % KEPT)] = nanos - askedNanos;
        if (moving) {
            gaps[(int) (gapCount++ % KEPT)] = nanos - lastPainted;
        }
        lastPainted = nanos;
        moving = true;
        waiting = false;
    }

    /** Forgets everything. */
    public void restart() {
        painted = 0;
        gapCount = 0;
        waiting = false;
        moving = false;
    }

    /** The figures so far. */
    public Report report() {
        long[] sorted = Arrays.copyOf(delays, (int) Math.min(painted, KEPT));
        Arrays.sort(sorted);
        int count = (int) Math.min(gapCount, KEPT);
        double seconds = Arrays.stream(gaps, 0, count).sum() / 1e9;
        return new Report(painted, seconds > 0 ? count / seconds : 0, quantile(sorted, 0.5), quantile(sorted, 0.95));
    }

    private static double quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /** In one line. */
    public String inWords() {
        Report now = report();
        if (now.count() == 0) {
            return Messages.text("interaction.none");
        }
        return Messages.text(
                "interaction.report",
                String.format(Locale.ROOT, "%.0f", now.perSecond()),
                String.format(Locale.ROOT, "%.1f", now.medianMillis()),
                String.format(Locale.ROOT, "%.1f", now.p95Millis()),
                Counts.spaced(now.count()));
    }
}
