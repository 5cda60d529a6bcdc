package hourglass.ui.train;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.ui.pictures.ImageTiles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of images as pixels, with the error of each against the first row; rows not yet known are empty. */
public final class StripContent {
    private static final String UNKNOWN = "–";

    private final List<StripRow> rows;
    private final ImageTiles tiles;
    private final double[][] errors;
    private final Map<StripRow, ImageBlock> images;

    private StripContent(List<StripRow> rows, Map<StripRow, ImageBlock> images, ImageTiles tiles, double[][] errors) {
        this.rows = rows;
        this.images = images;
        this.tiles = tiles;
        this.errors = errors;
    }

    /** With the images of all rows but the first, which are the originals. */
    static StripContent of(List<StripRow> rows, ImageBlock originals, Map<StripRow, ImageBlock> images) {
        int rowPixels = originals.count() * originals.pixelsPerImage();
        int[] argb = new int[rows.size() * rowPixels];
        Map<StripRow, ImageBlock> known = new EnumMap<>(StripRow.class);
        known.put(rows.get(0), originals);
        paint(originals, argb, 0);
        double[][] errors = new double[rows.size()][];
        errors[0] = new double[0];
        for (int row = 1; row < rows.size(); row++) {
            ImageBlock shown = images.get(rows.get(row));
            errors[row] = against(originals, shown);
            if (shown != null && errors[row].length > 0) {
                known.put(rows.get(row), shown);
                paint(shown, argb, row * rowPixels);
            }
        }
        return new StripContent(rows, known, ImageTiles.ofPacked(argb, originals.width(), originals.height()), errors);
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

    /** What each row shows. */
    List<StripRow> rows() {
        return rows;
    }

    /** The images of a row, where they are known. */
    Optional<ImageBlock> images(StripRow row) {
        return Optional.ofNullable(images.get(row));
    }

    /** Row by row. */
    public ImageTiles tiles() {
        return tiles;
    }

    /** Images in a row. */
    public int columns() {
        return tiles.count() / rows.size();
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
