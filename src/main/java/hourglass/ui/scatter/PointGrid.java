package hourglass.ui.scatter;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds the nearest of many points quickly: the plane in square cells, each knowing its points. */
final class PointGrid {
    private static final int PER_CELL = 4;

    private final ScatterPoints points;
    private final int cells;
    private final double cellX;
    private final double cellY;
    /** First place of each cell in {@link #members}, with one more at the end. */
    private final int[] starts;

    private final int[] members;

    PointGrid(ScatterPoints points) {
        this.points = points;
        cells = Math.max(1, (int) Math.sqrt((double) points.size() / PER_CELL));
        cellX = Math.max(1e-30, points.maxX() - points.minX()) / cells;
        cellY = Math.max(1e-30, points.maxY() - points.minY()) / cells;
        starts = new int[cells * cells + 1];
        members = new int[points.size()];
        fill();
    }

    private void fill() {
        for (int i = 0; i < points.size(); i++) {
            if (points.isFinite(i)) {
                starts[cellOf(i) + 1]++;
            }
        }
        for (int i = 0; i < cells * cells; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        for (int i = 0; i < points.size(); i++) {
            if (points.isFinite(i)) {
                members[next[cellOf(i)]++] = i;
            }
        }
    }

    private int cellOf(int point) {
        return row(points.y(point)) * cells + column(points.x(point));
    }

    private int column(double x) {
        return clamp((x - points.minX()) / cellX);
    }

    private int row(double y) {
        return clamp((y - points.minY()) / cellY);
    }

    private int clamp(double cell) {
        return (int) Math.max(0, Math.min(cells - 1, Math.floor(cell)));
    }

    /** The nearest point within {@code reach} units that is {@code welcome}, −1 if there is none. */
    int nearest(double x, double y, double reach, IntPredicate welcome) {
        int best = -1;
        double least = reach * reach;
        for (int row = row(y - reach); row <= row(y + reach); row++) {
            for (int column = column(x - reach); column <= column(x + reach); column++) {
                int cell = row * cells + column;
                for (int k = starts[cell]; k < starts[cell + 1]; k++) {
                    double dx = points.x(members[k]) - x;
                    double dy = points.y(members[k]) - y;
                    double distance = dx * dx + dy * dy;
                    if (distance <= least && welcome.test(members[k])) {
                        least = distance;
                        best = members[k];
                    }
                }
            }
        }
        return best;
    }
}
