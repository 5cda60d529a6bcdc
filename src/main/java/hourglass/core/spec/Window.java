package hourglass.core.spec;

/**
 * Which pixels of a large volume lie under the window of each pixel of a small one: the geometry a convolution (large to
 * small) and a transposed one (small to large) have in common. Volumes are channels last, so a row of the window is one
 * run of memory.
 *
 * @param small one pixel per place of the window
 * @param large what the window moves over
 * @param kernel side of the window
 * @param stride pixels of the large volume between two places
 * @param above rows the first window reaches beyond the upper edge
 * @param leftOf columns it reaches beyond the left edge
 */
public record Window(Volume small, Volume large, int kernel, int stride, int above, int leftOf) {
    /** Of a convolution, which reads the large volume. */
    public static Window of(LayerSpec.Convolution layer) {
        return same(layer.out(), layer.in(), layer.kernel(), layer.stride());
    }

    /** Of a transposed convolution, which paints the large volume. */
    public static Window of(LayerSpec.TransposedConvolution layer) {
        return same(layer.in(), layer.out(), layer.kernel(), layer.stride());
    }

    /** The same convolution of stride 1 seen from its input: each input pixel paints the window turned by half. */
    public static Window turned(LayerSpec.Convolution layer) {
        Window straight = of(layer);
        int last = layer.kernel() - 1;
        return new Window(layer.in(), layer.out(), layer.kernel(), 1, last - straight.above, last - straight.leftOf);
    }

    private static Window same(Volume small, Volume large, int kernel, int stride) {
        return new Window(
                small,
                large,
                kernel,
                stride,
                before(small.height(), large.height(), kernel, stride),
                before(small.width(), large.width(), kernel, stride));
    }

    /** Same padding: what is missing, the smaller half of it before. */
    private static int before(int small, int large, int kernel, int stride) {
        return Math.max(0, (small - 1) * stride + kernel - large) / 2;
    }

    /** Places of the window in one image. */
    public int places() {
        return small.height() * small.width();
    }

    /** Where the window stands for one pixel of the small volume; it may reach beyond the edges of the large one. */
    public Area under(int row, int column) {
        return new Area(row * stride - above, column * stride - leftOf, kernel, kernel);
    }

    /** The pixels of the small volume over whose window one pixel of the large volume is; empty where there is none. */
    public Area over(int row, int column) {
        int top = first(row + above);
        int left = first(column + leftOf);
        int bottom = Math.min(small.height() - 1, (row + above) / stride);
        int right = Math.min(small.width() - 1, (column + leftOf) / stride);
        return new Area(top, left, Math.max(0, bottom - top + 1), Math.max(0, right - left + 1));
    }

    private int first(int fromStart) {
        return Math.max(0, -Math.floorDiv(kernel - 1 - fromStart, stride));
    }

    /**
     * A rectangle of pixels.
     *
     * @param top its first row
     * @param left its first column
     * @param rows down
     * @param columns across
     */
    public record Area(int top, int left, int rows, int columns) {}

    /** Numbers under the window. */
    public int patch() {
        return kernel * kernel * large.channels();
    }
}
