package hourglass.figures;

import hourglass.core.plot.Smoothing;
import java.util.Arrays;

/** A curve reduced to what a screen can show: lowest, highest and smoothed value per pixel column; NaN where empty. */
final class CurveColumns {
    /** So many averages side by side tell the shape of a curve; beyond the other bound it would come too late. */
    private static final double AVERAGES = 150;

    private static final double MOST_AVERAGED = 50;

    final double[] low;
    final double[] high;
    final double[] smooth;

    private CurveColumns(int columns) {
        low = new double[columns];
        high = new double[columns];
        smooth = new double[columns];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        Arrays.fill(smooth, Double.NaN);
    }

    static CurveColumns of(CurveContent.Samples samples, int columns, double xEnd) {
        CurveColumns result = new CurveColumns(Math.max(1, columns));
        int count = samples.size();
        Smoothing smoothing = new Smoothing(weight(samples, count, xEnd));
        for (int i = 0; i < count; i++) {
            double y = samples.y(i);
            if (!Double.isFinite(y)) {
                continue;
            }
            result.add(samples.x(i) / xEnd, y, smoothing.next(y));
        }
        return result;
    }

    /** From how many values the whole axis will hold, so that the line does not change while a run goes on. */
    private static double weight(CurveContent.Samples samples, int count, double xEnd) {
        double last = count == 0 ? 0 : samples.x(count - 1);
        double whole = last > 0 ? count * xEnd / last : count;
        return 1 - 1 / Math.max(1, Math.min(MOST_AVERAGED, whole / AVERAGES));
    }

    private void add(double share, double y, double smoothed) {
        int column = (int) Math.max(0, Math.min(low.length - 1, share * low.length));
        low[column] = Double.isNaN(low[column]) ? y : Math.min(low[column], y);
        high[column] = Double.isNaN(high[column]) ? y : Math.max(high[column], y);
        smooth[column] = smoothed;
    }

    /** The smoothed value at or before {@code column}, NaN if there is none. */
    double smoothAt(int column) {
        for (int i = Math.min(column, smooth.length - 1); i >= 0; i--) {
            if (!Double.isNaN(smooth[i])) {
                return smooth[i];
            }
        }
        return Double.NaN;
    }
}
