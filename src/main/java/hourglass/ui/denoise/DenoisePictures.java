package hourglass.ui.denoise;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.session.look.ChosenImage;
import hourglass.ui.pictures.ImageTiles;
import java.util.List;

/** Test images, what they were spoilt to and what became of them. Immutable. */
final class DenoisePictures {
    private final DenoiseQuestion question;
    private final List<ImageBlock> rows;
    private final ImageTiles tiles;
    private final double[][] errors;

    /** One block per row, in the order of {@link PictureRow}. */
    DenoisePictures(DenoiseQuestion question, List<ImageBlock> rows, ImageTiles tiles) {
        this.question = question;
        this.rows = List.copyOf(rows);
        this.tiles = tiles;
        errors = new double[rows.size()][];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = Errors.perImage(
                    rows.get(row).toArray(), rows.get(0).toArray(), rows.get(0).pixelsPerImage());
        }
    }

    DenoiseQuestion question() {
        return question;
    }

    Compared compared() {
        return question.compared();
    }

    /** The whole grid, row by row. */
    ImageTiles tiles() {
        return tiles;
    }

    int rowCount() {
        return rows.size();
    }

    int columns() {
        return question.images().size();
    }

    /** Which image it is. */
    ChosenImage image(int column) {
        return question.images().get(column);
    }

    /** What it is called. */
    String name(int column) {
        return image(column).name(compared().test());
    }

    /** Mean squared error per pixel to the original. */
    double error(PictureRow row, int column) {
        return errors[row.index()][column];
    }

    /** The same over all columns. */
    double meanError(PictureRow row) {
        return Errors.mean(errors[row.index()]);
    }

    /** The pictures of a row. */
    ImageBlock block(PictureRow row) {
        return rows.get(row.index());
    }

    boolean has(PictureRow row) {
        return row.index() < rows.size();
    }

    /** A copy of the pixels of one picture, 0 … 1. */
    float[] pixels(PictureRow row, int column) {
        return rows.get(row.index()).image(column);
    }
}
