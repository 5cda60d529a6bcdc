package hourglass.core.latent;

import java.util.Arrays;

/**
 * Codes at the cells of a grid over two latent dimensions, row by row from the top: the first row has the largest
 * second number, as a picture with y upwards shows it.
 */
public final class LatentGrid {
    private LatentGrid() {}

    /**
     * Every pair of the given places.
     *
     * @param xs first numbers, ascending, {@code [n]}
     * @param ys second numbers, ascending, {@code [m]}
     * @return {@code [n · m × 2]}; cell {@code row · n + column} is {@code (xs[column], ys[m − 1 − row])}
     */
    public static float[] codes(double[] xs, double[] ys) {
        checkAscending(xs);
        checkAscending(ys);
        float[] codes = new float[2 * xs.length * ys.length];
        int at = 0;
        for (int row = ys.length - 1; row >= 0; row--) {
            for (double x : xs) {
                codes[at++] = (float) x;
                codes[at++] = (float) ys[row];
            }
        }
        return codes;
    }

    /** A square grid at the {@link GaussianQuantiles} 0.05 … 0.95, {@code [side² × 2]}. */
    public static float[] quantiles(int side) {
        double[] places = GaussianQuantiles.at(side);
        return codes(places, places);
    }

    /** Centres of equal cells over a window, {@code [columns · rows × 2]}. */
    public static float[] codes(LatentWindow window, int columns, int rows) {
        double[] xs = new double[columns];
        double[] ys = new double[rows];
        Arrays.setAll(xs, column -> window.columnCentre(column, columns));
        Arrays.setAll(ys, row -> window.rowCentre(rows - 1 - row, rows));
        return codes(xs, ys);
    }

    private static void checkAscending(double[] places) {
        if (places.length == 0) {
            throw new IllegalArgumentException("expected at least one place");
        }
        for (int i = 0; i < places.length; i++) {
            if (!Double.isFinite(places[i]) || (i > 0 && places[i] < places[i - 1])) {
                throw new IllegalArgumentException(
                        "expected finite places in ascending order, got " + Arrays.toString(places));
            }
        }
    }
}
