package hourglass.core.latent;

/**
 * A rectangle of a plane of codes.
 *
 * @param minX left edge
 * @param maxX right edge, greater than {@code minX}
 * @param minY lower edge
 * @param maxY upper edge, greater than {@code minY}
 */
public record LatentWindow(double minX, double maxX, double minY, double maxY) {
    /** Checks that it is finite and not empty. */
    public LatentWindow {
        boolean finite = Double.isFinite(maxX - minX) && Double.isFinite(maxY - minY);
        if (!finite || minX >= maxX || minY >= maxY) {
            throw new IllegalArgumentException(
                    "expected finite edges in order, got x " + minX + " … " + maxX + ", y " + minY + " … " + maxY);
        }
    }

    /**
     * The smallest window around the finite ones of some codes, wider by a share of its sides at every edge.
     *
     * @param codes {@code [n × 2]}; without a finite one the answer is the window of −1 … 1
     * @param margin 0 or more
     */
    public static LatentWindow around(float[] codes, double margin) {
        double[] edge = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i + 1 < codes.length; i += 2) {
            if (Float.isFinite(codes[i]) && Float.isFinite(codes[i + 1])) {
                edge[0] = Math.min(edge[0], codes[i]);
                edge[1] = Math.max(edge[1], codes[i]);
                edge[2] = Math.min(edge[2], codes[i + 1]);
                edge[3] = Math.max(edge[3], codes[i + 1]);
            }
        }
        if (edge[0] > edge[1]) {
            return new LatentWindow(-1, 1, -1, 1);
        }
        double x = room(edge[0], edge[1], margin);
        double y = room(edge[2], edge[3], margin);
        return new LatentWindow(edge[0] - x, edge[1] + x, edge[2] - y, edge[3] + y);
    }

    private static double room(double low, double high, double margin) {
        double least = 1e-6 * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
        return Math.max((high - low) * margin, high - low < least ? Math.max(0.5, least) : 0);
    }

    /** Length in x. */
    public double width() {
        return maxX - minX;
    }

    /** Length in y. */
    public double height() {
        return maxY - minY;
    }

    /** Centre of column {@code column} of {@code columns} of equal width, counted from the left. */
    public double columnCentre(int column, int columns) {
        return minX + (column + 0.5) * width() / columns;
    }

    /** Centre of row {@code row} of {@code rows} of equal height, counted from the top. */
    public double rowCentre(int row, int rows) {
        return maxY - (row + 0.5) * height() / rows;
    }
}
