package hourglass.core.data.sketch;

import java.util.Arrays;

/**
 * Turns a closed outline into the covered share of each pixel, {@code [28 · 28]}.
 *
 * <p>Each edge leaves the signed area to its right in the cells it crosses; a running sum along a row then is the
 * coverage. That is exact, so no samples are taken (the method of Levien's font-rs and of FreeType's smooth raster).
 */
final class Raster {
    static final int SIDE = 28;
    private static final int STRIDE = SIDE + 2;

    private final float[] area = new float[SIDE * STRIDE];

    /** Writes the coverage of {@code shape}, laid out by {@code pose}, into {@code coverage}. */
    void cover(Outline shape, Pose pose, float[] coverage) {
        Arrays.fill(area, 0);
        int last = shape.size() - 1;
        float x0 = pose.column(shape.x(last), shape.y(last));
        float y0 = pose.row(shape.x(last), shape.y(last));
        for (int i = 0; i <= last; i++) {
            float x1 = pose.column(shape.x(i), shape.y(i));
            float y1 = pose.row(shape.x(i), shape.y(i));
            if (y0 < y1) {
                edge(x0, y0, x1, y1, 1);
            } else if (y1 < y0) {
                edge(x1, y1, x0, y0, -1);
            }
            x0 = x1;
            y0 = y1;
        }
        sum(coverage);
    }

    private void sum(float[] coverage) {
        for (int row = 0; row < SIDE; row++) {
            float running = 0;
            for (int column = 0; column < SIDE; column++) {
                running += area[row * STRIDE + column];
                coverage[row * SIDE + column] = Math.min(1, Math.abs(running));
            }
        }
    }

    private void edge(float x0, float y0, float x1, float y1, int sign) {
        float slope = (x1 - x0) / (y1 - y0);
        float top = Math.max(0, y0);
        float end = Math.min(SIDE, y1);
        while (top < end) {
            int row = (int) top;
            float bottom = Math.min(row + 1, end);
            float left = x0 + (top - y0) * slope;
            float right = x0 + (bottom - y0) * slope;
            span(row, Math.min(left, right), Math.max(left, right), sign * (bottom - top));
            top = bottom;
        }
    }

    /** An edge piece within one row, running from {@code left} to {@code right} and {@code height} tall, signed. */
    private void span(int row, float left, float right, float height) {
        float from = clamp(left);
        float to = clamp(right);
        float width = right - left;
        if (width < 1e-6f || to - from < 1e-6f) {
            cell(row, from, from, height);
            return;
        }
        // what lies beyond the picture's sides counts as lying on them
        float done = (from - left) / width;
        cell(row, from, from, height * done);
        while (from < to) {
            float next = Math.min((int) from + 1, to);
            cell(row, from, next, height * ((next - from) / width));
            from = next;
        }
        cell(row, to, to, height * ((right - to) / width));
    }

    private void cell(int row, float from, float to, float height) {
        int column = Math.min((int) from, SIDE);
        float outside = (from + to) / 2 - column;
        area[row * STRIDE + column] += height * (1 - outside);
        area[row * STRIDE + column + 1] += height * outside;
    }

    private static float clamp(float x) {
        return Math.max(0, Math.min(SIDE, x));
    }
}
