package hourglass.engine.heap;

import hourglass.core.spec.Volume;
import hourglass.core.spec.Window;

/**
 * One image with zeros around it, channels last, so that windows over its edge need no special case. Reused image after
 * image; owned by one lane.
 */
final class Padded {
    private final float[] values;
    private final int row;
    private final int start;
    private final int width;
    private final int height;

    private Padded(int rows, int columns, int top, int left, Volume inner) {
        row = columns * inner.channels();
        values = new float[rows * row];
        start = top * row + left * inner.channels();
        width = inner.width() * inner.channels();
        height = inner.height();
    }

    /** The large volume of a window, with room for all places of the window. */
    static Padded under(Window window) {
        Volume large = window.large();
        int rows = Math.max(extent(window.small().height(), window), large.height() + window.above());
        int columns = Math.max(extent(window.small().width(), window), large.width() + window.leftOf());
        return new Padded(rows, columns, window.above(), window.leftOf(), large);
    }

    private static int extent(int places, Window window) {
        return (places - 1) * window.stride() + window.kernel();
    }

    /** A volume with so many pixels around it on every side. */
    static Padded around(Volume volume, int margin) {
        return new Padded(volume.height() + 2 * margin, volume.width() + 2 * margin, margin, margin, volume);
    }

    /** Takes the image that starts at {@code at}. */
    Padded fill(float[] images, int at) {
        for (int y = 0; y < height; y++) {
            System.arraycopy(images, at + y * width, values, start + y * row, width);
        }
        return this;
    }

    float[] values() {
        return values;
    }

    /** Numbers from one row to the next. */
    int row() {
        return row;
    }
}
