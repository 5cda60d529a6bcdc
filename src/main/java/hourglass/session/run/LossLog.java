package hourglass.session.run;

import java.util.Arrays;

/**
 * The losses of one run, append-only and complete. One thread writes; any number read without waiting: a reader sees a
 * prefix that never changes again.
 */
public final class LossLog {
    private volatile Series series = new Series(new double[1024], new double[1024], 0);

    /** Appends one point; the writing thread only. */
    void append(double epoch, double loss) {
        Series old = series;
        double[] x = old.x;
        double[] y = old.y;
        if (old.size == x.length) {
            x = Arrays.copyOf(x, x.length * 2);
            y = Arrays.copyOf(y, y.length * 2);
        }
        // Beyond the published size, so no reader looks at these places yet.
        x[old.size] = epoch;
        y[old.size] = loss;
        series = new Series(x, y, old.size + 1);
    }

    /** Number of points. */
    public int size() {
        return series.size;
    }

    /** Position of a point in epochs. */
    public double epoch(int index) {
        return series.x[index];
    }

    /** Loss of a point, per pixel. */
    public double loss(int index) {
        return series.y[index];
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Series(double[] x, double[] y, int size) {}
}
