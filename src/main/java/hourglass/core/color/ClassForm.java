package hourglass.core.color;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The form of a class's mark. Ten colours tell ten classes apart; of those that share a colour each has a form of its own,
 * so that eighty are told apart. Corners lie in turn around a centre, y downwards, within about 1.2 of it.
 */
public enum ClassForm {
    /** The only one without corners. */
    CIRCLE,
    /** Upright square. */
    SQUARE(-1, -1, 1, -1, 1, 1, -1, 1),
    /** Triangle on its base. */
    UP(0, -1.1, 1, 0.75, -1, 0.75),
    /** Plus sign. */
    CROSS(
            -0.4, -1.1, 0.4, -1.1, 0.4, -0.4, 1.1, -0.4, 1.1, 0.4, 0.4, 0.4, 0.4, 1.1, -0.4, 1.1, -0.4, 0.4, -1.1, 0.4,
            -1.1, -0.4, -0.4, -0.4),
    /** Square on a corner. */
    DIAMOND(0, -1.2, 0.85, 0, 0, 1.2, -0.85, 0),
    /** Triangle on its tip. */
    DOWN(0, 1.1, 1, -0.75, -1, -0.75),
    /** Lying bar. */
    BAR(-1.2, -0.4, 1.2, -0.4, 1.2, 0.4, -1.2, 0.4),
    /** Standing bar. */
    UPRIGHT(-0.4, -1.2, 0.4, -1.2, 0.4, 1.2, -0.4, 1.2);

    /** Classes with a colour of their own. */
    public static final int COLORS = 10;

    /** Classes that are told apart by colour and form. */
    public static final int CLASSES = COLORS * values().length;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of numbers
    private final List<Double> corners;

    ClassForm(double... corners) {
        this.corners = DoubleStream.of(corners).boxed().toList();
    }

    /** Of a class, 0 or more: a circle for the first ten. */
    public static ClassForm of(int label) {
        return values()[label / COLORS % values().length];
    }

    /** x and y of each corner in turn; empty for the circle. */
    public List<Double> corners() {
        return corners;
    }

    /** Whether a place is inside, in units of the radius. */
    public boolean contains(double x, double y) {
        if (corners.isEmpty()) {
            return Math.hypot(x, y) <= 1;
        }
        boolean inside = false;
        int count = corners.size();
        for (int i = 0, j = count - 2; i < count; j = i, i += 2) {
            double top = corners.get(i + 1);
            double bottom = corners.get(j + 1);
            if (top > y != bottom > y
                    && x < (corners.get(j) - corners.get(i)) * (y - top) / (bottom - top) + corners.get(i)) {
                inside = !inside;
            }
        }
        return inside;
    }
}
