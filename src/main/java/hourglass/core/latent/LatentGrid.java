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
