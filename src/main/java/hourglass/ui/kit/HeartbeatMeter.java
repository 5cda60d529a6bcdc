package hourglass.ui.kit;

import java.util.Arrays;

/** Collects the gaps between frames in tenths of a millisecond, up to ten seconds each, in constant memory. */
final class HeartbeatMeter {
    private static final long BIN_NANOS = 100_000;
    private static final int BINS = 100_000;

    private final int[] histogram = new int[BINS];
    private long count;
    private long worst;
    private long last;
    private boolean counting;

    /** Forgets everything. */
    void restart() {
        Arrays.fill(histogram, 0);
        count = 0;
        worst = 0;
        counting = false;
    }

    /** The next beat begins a new gap, because the window was hidden in between. */
    void pause() {
        counting = false;
    }

    void beat(long nanos) {
        if (counting) {
            long gap = nanos - last;
            histogram[(int) Math.min(BINS - 1, gap / BIN_NANOS)]++;
            worst = Math.max(worst, gap);
            count++;
        }
        last = nanos;
        counting = true;
    }

    HeartbeatReport report() {
        return new HeartbeatReport(count, quantile(0.5), quantile(0.99), worst / 1e6);
    }

    private double quantile(double share) {
        long rank = (long) Math.ceil(share * count);
        long seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += histogram[bin];
            if (seen >= rank && count > 0) {
                return Math.min((bin + 1) * BIN_NANOS, worst) / 1e6;
            }
        }
        return 0;
    }
}
