package hourglass.engine.heap;

import hourglass.core.Products;
import hourglass.core.Products.Inner;
import hourglass.core.Products.Strip;
import hourglass.core.spec.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixels of the large volume at one place between two strides, such as those in odd rows and even columns. The same taps
 * of the window reach all of them, so what is spread to them is a window of stride 1 over the small volume. Packed by the
 * network's thread, then used by its lanes.
 */
final class SpreadClass {
    private final Window window;
    private final int row;
    private final int column;
    private final int tapRows;
    private final int tapColumns;
    /** {@code [tap row][tap column][small channel][large channel]}, or with the channels of the large volume outermost. */
    private final float[] weights;

    private SpreadClass(Window window, int row, int column) {
        this.window = window;
        this.row = row;
        this.column = column;
        tapRows = taps(window, row);
        tapColumns = taps(window, column);
        weights = new float
                [tapRows
                        * tapColumns
                        * window.small().channels()
                        * window.large().channels()];
    }

    static SpreadClass[] of(Window window) {
        List<SpreadClass> classes = new ArrayList<>();
        for (int row = 0; row < window.stride(); row++) {
            for (int column = 0; column < window.stride(); column++) {
                classes.add(new SpreadClass(window, row, column));
            }
        }
        return classes.toArray(SpreadClass[]::new);
    }

    private static int taps(Window window, int place) {
        return (window.kernel() - place + window.stride() - 1) / window.stride();
    }

    /** Pixels that must surround the small volume. */
    static int margin(Window window) {
        int reach = taps(window, 0);
        int beyond = Math.max(
                lastSteps(window.large().height() + window.above(), window.stride())
                        - window.small().height(),
                lastSteps(window.large().width() + window.leftOf(), window.stride())
                        - window.small().width());
        return Math.max(reach - 1, Math.max(0, beyond + 1));
    }

    private static int lastSteps(int pixels, int stride) {
        return (pixels - 1) / stride;
    }

    /** With few channels in the large volume sums run along the small one's instead. */
    private boolean isNarrow() {
        return window.large().channels() < 4;
    }

    /** Takes weights {@code [kernel row][kernel column][large channel][small channel]}. */
    void pack(float[] matrix) {
        int large = window.large().channels();
        int small = window.small().channels();
        int stride = window.stride();
        for (int u = 0; u < tapRows; u++) {
            for (int v = 0; v < tapColumns; v++) {
                // Taps are in the order of the small volume's pixels, which is the window's order backwards.
                int kernelRow = row + (tapRows - 1 - u) * stride;
                int kernelColumn = column + (tapColumns - 1 - v) * stride;
                int from = (kernelRow * window.kernel() + kernelColumn) * large * small;
                for (int l = 0; l < large; l++) {
                    for (int s = 0; s < small; s++) {
                        int tap = (u * tapColumns + v) * small + s;
                        weights[isNarrow() ? l * tapRows * tapColumns * small + tap : tap * large + l] =
                                matrix[from + l * small + s];
                    }
                }
            }
        }
    }

    /** Writes this class's pixels of the image of the large volume that starts at {@code at}. */
    void spread(Products products, Padded from, float[] to, int at) {
        int large = window.large().channels();
        int small = window.small().channels();
        int width = window.large().width();
        int margin = margin(window);
        int firstColumn = first(window.leftOf(), column);
        int columns = (width - firstColumn + window.stride() - 1) / window.stride();
        if (columns <= 0) {
            return;
        }
        int smallColumn = (firstColumn + window.leftOf()) / window.stride() - (tapColumns - 1) + margin;
        Inner inner = new Inner(tapRows, from.row(), tapColumns * small);
        for (int y = first(window.above(), row); y < window.large().height(); y += window.stride()) {
            int smallRow = (y + window.above()) / window.stride() - (tapRows - 1) + margin;
            Strip pixels = new Strip(from.values(), smallRow * from.row() + smallColumn * small, small);
            Strip line = new Strip(to, at + (y * width + firstColumn) * large, window.stride() * large);
            if (tapRows == 0 || tapColumns == 0) {
                clear(line, columns, large);
            } else if (isNarrow()) {
                products.timesTransposed(pixels, inner, new Strip(weights, 0, inner.size()), line, columns, large);
            } else {
                products.times(pixels, inner, new Strip(weights, 0, large), line, columns, large);
            }
        }
    }

    /** Where the window is smaller than its stride no tap reaches some pixels. */
    private static void clear(Strip line, int columns, int channels) {
        for (int i = 0; i < columns; i++) {
            int start = line.at() + i * line.row();
            java.util.Arrays.fill(line.values(), start, start + channels, 0f);
        }
    }

    private int first(int before, int place) {
        return Math.floorMod(place - before, window.stride());
    }
}
