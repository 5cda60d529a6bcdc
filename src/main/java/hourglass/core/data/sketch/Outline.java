package hourglass.core.data.sketch;

import java.util.Arrays;

/**
 * A run of points in garment space, where one unit is one pixel, x = 0 is the middle, y grows downwards and everything
 * lies in about {@code [−14, 14]}. Curves are flattened when they are added.
 */
final class Outline {
    private static final int CURVE_STEPS = 6;

    private float[] xs = new float[32];
    private float[] ys = new float[32];
    private int size;

    private Outline() {}

    /** Begins at a point. */
    static Outline from(double x, double y) {
        return new Outline().to(x, y);
    }

    /** A closed ellipse. */
    static Outline ellipse(double cx, double cy, double rx, double ry) {
        double k = 0.5523; // a cubic with this handle is a quarter circle to within 0.03 %
        return from(cx, cy - ry)
                .curve(cx + k * rx, cy - ry, cx + rx, cy - k * ry, cx + rx, cy)
                .curve(cx + rx, cy + k * ry, cx + k * rx, cy + ry, cx, cy + ry)
                .curve(cx - k * rx, cy + ry, cx - rx, cy + k * ry, cx - rx, cy)
                .curve(cx - rx, cy - k * ry, cx - k * rx, cy - ry, cx, cy - ry);
    }

    /** A closed rectangle. */
    static Outline box(double left, double top, double right, double bottom) {
        return from(left, top).to(right, top).to(right, bottom).to(left, bottom);
    }

    /** Straight to a point. */
    Outline to(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = (float) x;
        ys[size++] = (float) y;
        return this;
    }

    /** A quadratic Bézier curve to a point. */
    Outline bend(double cx, double cy, double x, double y) {
        double x0 = xs[size - 1];
        double y0 = ys[size - 1];
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double s = 1 - t;
            to(s * s * x0 + 2 * s * t * cx + t * t * x, s * s * y0 + 2 * s * t * cy + t * t * y);
        }
        return this;
    }

    /** A cubic Bézier curve to a point. */
    Outline curve(double ax, double ay, double bx, double by, double x, double y) {
        double x0 = xs[size - 1];
        double y0 = ys[size - 1];
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            to(a * x0 + b * ax + c * bx + d * x, a * y0 + b * ay + c * by + d * y);
        }
        return this;
    }

    /** Adds the mirror image of all points in reverse, which closes a shape begun and ended on the middle line. */
    Outline mirrored() {
        for (int i = size - 1; i >= 0; i--) {
            to(-xs[i], ys[i]);
        }
        return this;
    }

    /** The same on the other side of the middle line. */
    Outline flipped() {
        Outline result = new Outline();
        for (int i = 0; i < size; i++) {
            result.to(-xs[i], ys[i]);
        }
        return result;
    }

    /** This open path as a closed ribbon of the given width. */
    Outline ribbon(double width) {
        Outline result = new Outline();
        for (int i = 0; i < size; i++) {
            result.offset(this, i, width / 2);
        }
        for (int i = size - 1; i >= 0; i--) {
            result.offset(this, i, -width / 2);
        }
        return result;
    }

    private void offset(Outline path, int i, double distance) {
        int before = Math.max(0, i - 1);
        int after = Math.min(path.size - 1, i + 1);
        double dx = path.xs[after] - path.xs[before];
        double dy = path.ys[after] - path.ys[before];
        double length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
        to(path.xs[i] - dy / length * distance, path.ys[i] + dx / length * distance);
    }

    int size() {
        return size;
    }

    float x(int i) {
        return xs[i];
    }

    float y(int i) {
        return ys[i];
    }
}
