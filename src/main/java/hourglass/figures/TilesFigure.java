package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Images side by side in rows, each with the word for its class below and a dot in its colour. Immutable. */
public final class TilesFigure extends Figure {
    private static final int IMAGE = 84;
    private static final int GAP = 10;
    private static final int DOT = 8;

    private final ImageBlock images;
    private final List<String> classNames;
    private final IntUnaryOperator label;
    private final int columns;

    /**
     * Of images, row by row.
     *
     * @param label class of each image
     * @param columns how many in a row
     * @throws IllegalArgumentException if there is no image or no column
     */
    public TilesFigure(
            ImageBlock images, List<String> classNames, IntUnaryOperator label, int columns, String caption) {
        super(caption);
        if (images.count() < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "expected at least one image and one column, got " + images.count() + " and " + columns);
        }
        this.images = images;
        this.classNames = List.copyOf(classNames);
        this.label = label;
        this.columns = Math.min(columns, images.count());
    }

    @Override
    Body body(FigureType type) {
        int side = type.side(IMAGE, images.width(), images.height());
        int words = type.px(DOT + 4) + type.widest(type.small, classNames);
        int across = Math.max(images.width() * side, words) + type.px(GAP);
        int down = images.height() * side + type.px(4) + type.height(type.small) + type.px(GAP);
        int rows = (images.count() + columns - 1) / columns;
        int body = columns * across - type.px(GAP);
        return new Body(body, rows * down - type.px(GAP), canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            int[] argb = new int[images.pixelsPerImage()];
            for (int i = 0; i < images.count(); i++) {
                int x = margin + i % columns * across;
                int y = margin + i / columns * down;
                GreyMap.fill(images.image(i), 0, argb.length, argb, 0);
                canvas.pixels(argb, images.width(), side, x, y);
                name(canvas, label.applyAsInt(i), x, y + images.height() * side + type.px(4));
            }
        });
    }

    private void name(FigureCanvas canvas, int of, int x, int top) {
        FigureType type = canvas.type;
        int dot = type.px(DOT);
        Dots.square(canvas, of, x, top + (type.height(type.small) - dot) / 2, dot);
        canvas.text(type.small, canvas.style.mutedInk(), classNames.get(of), x + type.px(DOT + 4), top);
    }
}
