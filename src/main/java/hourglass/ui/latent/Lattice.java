package hourglass.ui.latent;

import java.util.Arrays;

/** Crossings of columns and rows in the plane, the top row first. Immutable. */
final class Lattice {
    static final Lattice NONE = new Lattice(new double[0], new double[0]);

    private final double[] xs;
    private final double[] ys;

    /** Columns from the left, rows from the top, so that {@code ys} descend. */
    Lattice(double[] xs, double[] ys) {
        this.xs = xs.clone();
        this.ys = ys.clone();
    }

    int columns() {
        return xs.length;
    }

    int rows() {
        return ys.length;
    }

    boolean isEmpty() {
        return xs.length == 0 || ys.length == 0;
    }

    double x(int column) {
        return xs[column];
    }

    double y(int row) {
        return ys[row];
    }

    /** Place of cell {@code index}, row by row. */
    Spot spot(int index) {
        return new Spot(xs[index % xs.length], ys[index / xs.length]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lattice l && Arrays.equals(xs, l.xs) && Arrays.equals(ys, l.ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }
}
