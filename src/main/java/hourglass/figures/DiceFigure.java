package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.session.measure.Dice;
import java.util.List;
import java.util.stream.IntStream;

/** Images drawn at random, each above the training image nearest to it with their distance. Immutable. */
public final class DiceFigure extends Figure {
    private static final int COLUMNS = 8;
    private static final int IMAGE = 84;
    private static final int GAP = 14;
    private static final int BETWEEN = 3;

    private final ImageBlock drawn;
    private final ImageBlock nearest;
    private final List<String> notes;

    /**
     * Of draws whose nearest training images are known.
     *
     * @throws java.util.NoSuchElementException if they are not
     */
    public DiceFigure(Dice.Thrown thrown, ImageSet train, String caption) {
        super(caption);
        Dice.Nearest found = thrown.nearest().orElseThrow();
        drawn = thrown.images();
        nearest = ImageBlock.copyOf(train.width(), train.height(), train.images(found.image()));
        notes = IntStream.range(0, drawn.count())
                .mapToObj(i -> train.className(found.image()[i]) + "  " + FigureNumbers.error(found.error()[i]))
                .toList();
    }

    @Override
    Body body(FigureType type) {
        int side = type.side(IMAGE, drawn.width(), drawn.height());
        int across = Math.max(drawn.width() * side, type.widest(type.small, notes)) + type.px(GAP);
        int pair = 2 * drawn.height() * side + type.px(BETWEEN);
        int down = pair + type.px(BETWEEN) + type.height(type.small) + type.px(GAP);
        int rows = (drawn.count() + COLUMNS - 1) / COLUMNS;
        int columns = Math.min(COLUMNS, drawn.count());
        return new Body(columns * across - type.px(GAP), rows * down - type.px(GAP), canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            for (int i = 0; i < drawn.count(); i++) {
                int x = margin + i % COLUMNS * across;
                int y = margin + i / COLUMNS * down;
                picture(canvas, drawn, i, side, x, y);
                picture(canvas, nearest, i, side, x, y + pair - drawn.height() * side);
                canvas.text(type.small, canvas.style.mutedInk(), notes.get(i), x, y + pair + type.px(BETWEEN));
            }
        });
    }

    private static void picture(FigureCanvas canvas, ImageBlock images, int image, int side, int x, int y) {
        int[] argb = new int[images.pixelsPerImage()];
        GreyMap.fill(images.image(image), 0, argb.length, argb, 0);
        canvas.pixels(argb, images.width(), side, x, y);
    }
}
