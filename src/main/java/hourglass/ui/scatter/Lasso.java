package hourglass.ui.scatter;

import java.util.Arrays;

/** A closed line on the screen, drawn by hand or the edges of a box. */
final class Lasso {
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /** The rectangle from the first corner to this one. */
    void box(double x, double y) {
        double left = xs[0];
        double top = ys[0];
        size = 1;
        add(x, top);
        add(x, y);
        add(left, y);
    }

    boolean isEmpty() {
        return size < 3;
    }

    double[] xs() {
        return Arrays.copyOf(xs, size);
    }

    double[] ys() {
        return Arrays.copyOf(ys, size);
    }

    /** Whether a ray from the point to the right crosses the line an odd number of times. */
    boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = size - 1; i < size; j = i++) {
            boolean crosses = ys[i] > y != ys[j] > y;
            if (crosses && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
