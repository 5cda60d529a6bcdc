package hourglass.ui.scatter;

import hourglass.ui.pictures.ImageTiles;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Points of the plane, each of a class, with a small image of each if there are any; immutable. */
public final class ScatterPoints {
    private static final ScatterPoints NONE = of(new float[0], new int[0]);

    private final float[] xy;
    private final int[] classes;
    private final int[] order;
    private final ImageTiles images;
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private @Nullable PointGrid grid;

    private ScatterPoints(float[] xy, int[] classes, int[] order, ImageTiles images) {
        this.xy = xy;
        this.classes = classes;
        this.order = order;
        this.images = images;
        measure();
    }

    /** No points. */
    public static ScatterPoints none() {
        return NONE;
    }

    /** With coordinates {@code [n × 2]} and a class for each point; both are copied. */
    public static ScatterPoints of(float[] xy, int[] classes) {
        if (xy.length != 2 * classes.length) {
            throw new IllegalArgumentException("Expected two coordinates for each of " + classes.length
                    + " points; got " + xy.length + " numbers.");
        }
        return new ScatterPoints(xy.clone(), classes.clone(), shuffled(classes.length), ImageTiles.none());
    }

    /** The same with an image for each point, in their order. */
    public ScatterPoints withImages(ImageTiles tiles) {
        if (tiles.count() != size()) {
            throw new IllegalArgumentException(
                    "Expected one image for each of " + size() + " points; got " + tiles.count() + ".");
        }
        return new ScatterPoints(xy, classes, order, tiles);
    }

    /** The same points elsewhere, at {@code [n × 2]}; copied. */
    public ScatterPoints movedTo(float[] elsewhere) {
        if (elsewhere.length != xy.length) {
            throw new IllegalArgumentException("Expected " + xy.length + " coordinates; got " + elsewhere.length + ".");
        }
        return new ScatterPoints(elsewhere.clone(), classes, order, images);
    }

    /** An order without meaning, because in the order of the classes the last would cover all others. */
    private static int[] shuffled(int n) {
        Random random = new Random(20_170_817L);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private void measure() {
        for (int i = 0; i < size(); i++) {
            if (isFinite(i)) {
                minX = Math.min(minX, x(i));
                maxX = Math.max(maxX, x(i));
                minY = Math.min(minY, y(i));
                maxY = Math.max(maxY, y(i));
            }
        }
        if (minX > maxX) {
            minX = -1;
            minY = -1;
            maxX = 1;
            maxY = 1;
        }
    }

    /** Number of points. */
    public int size() {
        return classes.length;
    }

    /** Coordinate across. */
    public float x(int point) {
        return xy[2 * point];
    }

    /** Coordinate up. */
    public float y(int point) {
        return xy[2 * point + 1];
    }

    /** Class of a point. */
    public int classOf(int point) {
        return classes[point];
    }

    /** The images, none or one per point. */
    public ImageTiles images() {
        return images;
    }

    /** Whether there is an image for each point. */
    public boolean hasImages() {
        return size() > 0 && images.count() == size();
    }

    /** Whether a point lies anywhere at all. */
    boolean isFinite(int point) {
        return Float.isFinite(x(point)) && Float.isFinite(y(point));
    }

    /** The point to be drawn as number {@code place}. */
    int drawn(int place) {
        return order[place];
    }

    /** Smallest coordinate across; −1 where there are no points. */
    public double minX() {
        return minX;
    }

    /** Smallest coordinate up; −1 where there are no points. */
    public double minY() {
        return minY;
    }

    /** Largest coordinate across; 1 where there are no points. */
    public double maxX() {
        return maxX;
    }

    /** Largest coordinate up; 1 where there are no points. */
    public double maxY() {
        return maxY;
    }

    /** The nearest point within {@code reach} units that is {@code welcome}, −1 if there is none; FX thread. */
    public int nearest(double x, double y, double reach, IntPredicate welcome) {
        PointGrid index = grid;
        if (index == null) {
            index = new PointGrid(this);
            grid = index;
        }
        return index.nearest(x, y, reach, welcome);
    }
}
