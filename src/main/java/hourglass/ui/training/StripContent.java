package hourglass.ui.training;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.ui.common.ImageTiles;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Three rows of images as pixels, with the error of each against the first row; rows not yet known are empty. */
public final class StripContent {
    private static final String UNKNOWN = "–";

    private final ImageTiles tiles;
    private final double[][] errors;

    private StripContent(ImageTiles tiles, double[][] errors) {
        this.tiles = tiles;
        this.errors = errors;
    }

    static StripContent of(ImageBlock originals, @Nullable ImageBlock network, @Nullable ImageBlock pca) {
        int rowPixels = originals.count() * originals.pixelsPerImage();
        int[] argb = new int[3 * rowPixels];
        paint(originals, argb, 0);
        double[][] errors = {{}, against(originals, network), against(originals, pca)};
        if (network != null && errors[1].length > 0) {
            paint(network, argb, rowPixels);
        }
        if (pca != null && errors[2].length > 0) {
            paint(pca, argb, 2 * rowPixels);
        }
        return new StripContent(ImageTiles.ofPacked(argb, originals.width(), originals.height()), errors);
    }

    private static double[] against(ImageBlock originals, @Nullable ImageBlock again) {
        if (again == null
                || again.count() != originals.count()
                || again.pixelsPerImage() != originals.pixelsPerImage()) {
            return new double[0];
        }
        return Errors.perImage(originals.toArray(), again.toArray(), originals.pixelsPerImage());
    }

    private static void paint(ImageBlock images, int[] argb, int from) {
        float[] values = images.toArray();
        for (int i = 0; i < values.length; i++) {
            int level = Math.round(Math.max(0, Math.min(1, values[i])) * 255);
            argb[from + i] = 0xFF000000 | level * 0x010101;
        }
    }

    /** Originals, then the network's, then PCA's. */
    public ImageTiles tiles() {
        return tiles;
    }

    /** Images in a row. */
    public int columns() {
        return tiles.count() / 3;
    }

    /** Mean error of a row, or a dash. */
    public String errorOf(int row) {
        return errors[row].length == 0 ? UNKNOWN : words(Errors.mean(errors[row]));
    }

    /** Error of one image, or a dash. */
    public String errorOf(int row, int column) {
        return column < errors[row].length ? words(errors[row][column]) : UNKNOWN;
    }

    private static String words(double error) {
        return Double.isFinite(error) ? String.format(Locale.ROOT, "%.4f", error) : UNKNOWN;
    }
}
