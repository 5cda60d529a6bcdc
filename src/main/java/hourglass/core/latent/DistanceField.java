package hourglass.core.latent;

import java.util.Objects;

/**
 * Distance of every cell of a window to the nearest real code, exact at the cells' centres: where it is large, a plain
 * autoencoder has never learnt what to draw. Immutable.
 */
public final class DistanceField {
    private final int width;
    private final int height;
    private final float[] distances;

    private DistanceField(int width, int height, float[] distances) {
        this.width = width;
        this.height = height;
        this.distances = distances;
    }

    /**
     * Measures a window of the plane.
     *
     * @param codes2d {@code [n × 2]}; those that are not finite are left out, and without any all distances are infinite
     * @param width cells in a row, 1 or more
     * @param height rows, 1 or more; the first is the top one, with the largest y
     */
    public static DistanceField of(float[] codes2d, LatentWindow window, int width, int height) {
        return of(codes2d, new float[codes2d.length / 2], window, width, height);
    }

    /**
     * The same of a plane through codes of more numbers: distances in the space of the codes.
     *
     * @param beside squared distance of each code from the plane, {@code [n]}
     */
    public static DistanceField of(float[] codes2d, float[] beside, LatentWindow window, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("expected at least 1 × 1 cells, got " + width + " × " + height);
        }
        CodeTree tree = CodeTree.of(codes2d, beside);
        float[] distances = new float[Math.multiplyExact(width, height)];
        NearestCodes nearest = new NearestCodes(1);
        double step = window.width() / width;
        for (int row = 0; row < height; row++) {
            double y = window.rowCentre(row, height);
            double limit = Double.POSITIVE_INFINITY;
            for (int column = 0; column < width; column++) {
                // One cell further on, the nearest code is at most one cell further away; rounding has its margin.
                nearest.clear(limit * limit * 1.001);
                tree.search(window.columnCentre(column, width), y, nearest);
                double distance = nearest.count() == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(nearest.square(0));
                distances[row * width + column] = (float) distance;
                limit = distance + step;
            }
        }
        return new DistanceField(width, height, distances);
    }

    /** Cells in a row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Distance of one cell; row 0 is the top one. */
    public float at(int column, int row) {
        return distances[Objects.checkIndex(row, height) * width + Objects.checkIndex(column, width)];
    }
}
