package hourglass.figures;

import java.util.Arrays;
import java.util.Comparator;

/** Spreads labels beside what they name so that none covers another. */
final class FigureLabels {
    private FigureLabels() {}

    /**
     * Tops of labels of {@code height}, as near as possible to centred on {@code wanted} and inside
     * {@code top … bottom}; if they do not all fit they run on below.
     */
    static int[] spread(double[] wanted, int height, int top, int bottom) {
        Integer[] order = new Integer[wanted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        int[] tops = new int[wanted.length];
        int limit = bottom - height;
        for (int k = order.length - 1; k >= 0; k--) {
            tops[order[k]] = (int) Math.min(limit, Math.round(wanted[order[k]] - height / 2.0));
            limit = tops[order[k]] - height;
        }
        int least = top;
        for (Integer label : order) {
            tops[label] = Math.max(least, tops[label]);
            least = tops[label] + height;
        }
        return tops;
    }
}
