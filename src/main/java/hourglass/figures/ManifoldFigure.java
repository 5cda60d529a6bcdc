package hourglass.figures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.plot.Tick;
import java.util.List;

/** What a decoder draws at every cell of a grid over two latent dimensions, as one picture without gaps. */
public final class ManifoldFigure extends Figure {
    private static final int TILE = 28;
    private static final int TICK = 4;

    private final ImageBlock images;
    private final double[] xs;
    private final double[] ys;
    private final FigureAxes axes;

    /**
     * Of decoded codes.
     *
     * @param images row by row, the first row at the largest y, as {@code LatentGrid} orders its codes
     * @param xs coordinate of each column, ascending, at least 2
     * @param ys coordinate of each row from the lowest up, ascending, at least 2
     * @throws IllegalArgumentException if the images are not one for each cell
     */
    public ManifoldFigure(ImageBlock images, double[] xs, double[] ys, FigureAxes axes, String caption) {
        super(caption);
        if (xs.length < 2 || ys.length < 2 || images.count() != xs.length * ys.length) {
            throw new IllegalArgumentException("expected an image for each cell of a grid of at least 2 × 2, got "
                    + images.count() + " for " + xs.length + " × " + ys.length);
        }
        this.images = images;
        this.xs = xs.clone();
        this.ys = ys.clone();
        this.axes = axes;
    }

    @Override
    Body body(FigureType type) {
        int side = type.side(TILE, images.width(), images.height());
        int wide = xs.length * images.width() * side;
        int high = ys.length * images.height() * side;
        int left = type.widest(type.number, words(ticks(ys))) + type.px(TICK + 6);
        int top = type.height(type.small) + type.px(10);
        int below = type.px(TICK + 4) + type.height(type.number) + type.px(4) + type.height(type.small);
        int body = Math.max(left + wide, type.width(type.small, axes.y()));
        return new Body(body, top + high + below, canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            canvas.text(type.small, canvas.style.ink(), axes.y(), margin, margin);
            drawTiles(canvas, margin + left, margin + top, side);
            drawColumns(canvas, margin + left, margin + top + high, wide);
            drawRows(canvas, margin + left, margin + top, high);
        });
    }

    /** As one picture: between pictures of their own a viewer of shapes would show seams. */
    private void drawTiles(FigureCanvas canvas, int left, int top, int side) {
        int wide = xs.length * images.width();
        int[] all = new int[images.count() * images.pixelsPerImage()];
        int[] argb = new int[images.pixelsPerImage()];
        for (int i = 0; i < images.count(); i++) {
            GreyMap.fill(images.image(i), 0, argb.length, argb, 0);
            int corner = i / xs.length * images.height() * wide + i % xs.length * images.width();
            for (int y = 0; y < images.height(); y++) {
                System.arraycopy(argb, y * images.width(), all, corner + y * wide, images.width());
            }
        }
        canvas.pixels(all, wide, side, left, top);
    }

    private void drawColumns(FigureCanvas canvas, int left, int bottom, int wide) {
        FigureType type = canvas.type;
        int below = bottom + type.px(TICK + 4);
        for (Tick tick : ticks(xs)) {
            int x = left + (int) Math.round(place(xs, tick.value()) * wide);
            canvas.fill(canvas.style.mutedInk(), x, bottom, type.scale, type.px(TICK));
            canvas.textCentred(type.number, canvas.style.mutedInk(), tick.label(), x, below);
        }
        int words = below + type.height(type.number) + type.px(4);
        canvas.textCentred(type.small, canvas.style.ink(), axes.x(), left + wide / 2, words);
    }

    private void drawRows(FigureCanvas canvas, int left, int top, int high) {
        FigureType type = canvas.type;
        for (Tick tick : ticks(ys)) {
            int y = top + (int) Math.round((1 - place(ys, tick.value())) * high);
            canvas.fill(canvas.style.mutedInk(), left - type.px(TICK), y, type.px(TICK), type.scale);
            int textTop = y - type.ascent(type.number) / 2 - type.px(2);
            canvas.textRight(type.number, canvas.style.mutedInk(), tick.label(), left - type.px(TICK + 4), textTop);
        }
    }

    private static List<Tick> ticks(double[] cells) {
        double first = cells[0];
        double last = cells[cells.length - 1];
        return first < last ? NiceTicks.linear(new Range(first, last), 9) : List.of();
    }

    private static List<String> words(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    /** Where a value lies along cells of equal size whose coordinates need not be even, 0 … 1. */
    private static double place(double[] cells, double value) {
        int above = 1;
        while (above < cells.length - 1 && cells[above] < value) {
            above++;
        }
        double step = cells[above] - cells[above - 1];
        double share = step > 0 ? (value - cells[above - 1]) / step : 0.5;
        return (above - 0.5 + share) / cells.length;
    }
}
