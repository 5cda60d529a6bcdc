package hourglass.core.latent;

import java.util.Arrays;

/** Crossings of columns and rows in the plane, the top row first. Immutable. */
public final class Lattice {
    /** No crossings. */
    public static final Lattice NONE = new Lattice(new double[0], new double[0]);

    private final double[] xs;
    private final double[] ys;

    /** Columns from the left, rows from the top, so that {@code ys} descend. */
    public Lattice(double[] xs, double[] ys) {
        this.xs = xs.clone();
        this.ys = ys.clone();
    }

    /** How many columns. */
    public int columns() {
        return xs.length;
    }

    /** How many rows. */
    public int rows() {
        return ys.length;
    }

    /** Whether there is no crossing. */
    public boolean isEmpty() {
        return xs.length == 0 || ys.length == 0;
    }

    /** Where a column stands. */
    public double x(int column) {
        return xs[column];
    }

    /** Where a row stands. */
    public double y(int row) {
        return ys[row];
    }

    /** Place of cell {@code index}, row by row. */
    public Spot spot(int index) {
        return new Spot(xs[index % xs.length], ys[index / xs.length]);
    }

    /** Places of all cells, row by row, {@code [columns · rows × 2]}. */
    public float[] places() {
        float[] places = new float[2 * columns() * rows()];
        for (int i = 0; i < places.length / 2; i++) {
            places[2 * i] = (float) spot(i).x();
            places[2 * i + 1] = (float) spot(i).y();
        }
        return places;
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
