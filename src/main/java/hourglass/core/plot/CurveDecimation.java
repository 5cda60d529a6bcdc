package hourglass.core.plot;

import java.util.Arrays;
import java.util.Objects;

/**
 * A long curve thinned to what can be seen: per pixel column its least and greatest value and where it enters and
 * leaves, so that no spike is lost and a line through the columns looks like the line through all points.
 *
 * <p>Immutable. Columns without a finite value are left out.
 */
public final class CurveDecimation {
    private final int size;
    private final int[] columns;
    private final double[] lows;
    private final double[] highs;
    private final double[] firsts;
    private final double[] lasts;

    private CurveDecimation(int size, int[] columns, double[][] values) {
        this.size = size;
        this.columns = columns;
        lows = values[0];
        highs = values[1];
        firsts = values[2];
        lasts = values[3];
    }

    /**
     * Thins the part of a curve that lies in {@code visible}.
     *
     * @param x ascending places; only the first {@code count} are read, so the array may be growing behind them
     * @param y values; those not finite are skipped
     * @param count points to read
     * @param visible range of x that fills the columns
     * @param columns pixel columns, 1 or more
     */
    public static CurveDecimation of(double[] x, double[] y, int count, Range visible, int columns) {
        if (columns < 1) {
            throw new IllegalArgumentException("expected at least one column, got " + columns);
        }
        Objects.checkFromIndexSize(0, count, Math.min(x.length, y.length));
        int[] places = new int[columns];
        double[][] values = new double[4][columns];
        int size = 0;
        for (int i = firstAtLeast(x, count, visible.low()); i < count && x[i] <= visible.high(); i++) {
            if (!Double.isFinite(y[i])) {
                continue;
            }
            int column = Math.min(columns - 1, (int) (visible.position(x[i]) * columns));
            if (size == 0 || places[size - 1] != column) {
                places[size] = column;
                for (double[] kind : values) {
                    kind[size] = y[i];
                }
                size++;
            } else {
                values[0][size - 1] = Math.min(values[0][size - 1], y[i]);
                values[1][size - 1] = Math.max(values[1][size - 1], y[i]);
                values[3][size - 1] = y[i];
            }
        }
        return new CurveDecimation(size, places, values);
    }

    private static int firstAtLeast(double[] x, int count, double value) {
        int found = Arrays.binarySearch(x, 0, count, value);
        int place = found >= 0 ? found : -found - 1;
        while (place > 0 && x[place - 1] >= value) {
            place--;
        }
        return place;
    }

    /** Columns with at least one value. */
    public int size() {
        return size;
    }

    /** Pixel column, from 0, ascending in {@code i}. */
    public int column(int i) {
        return columns[Objects.checkIndex(i, size)];
    }

    /** Least value in the column. */
    public double low(int i) {
        return lows[Objects.checkIndex(i, size)];
    }

    /** Greatest value in the column. */
    public double high(int i) {
        return highs[Objects.checkIndex(i, size)];
    }

    /** Value with which the curve enters the column. */
    public double first(int i) {
        return firsts[Objects.checkIndex(i, size)];
    }

    /** Value with which the curve leaves the column. */
    public double last(int i) {
        return lasts[Objects.checkIndex(i, size)];
    }
}
