package hourglass.figures;

import java.awt.image.BufferedImage;

/** Oddities on a page: the histogram of a score with its threshold, and the two curves below. Immutable. */
public final class OddityFigure implements Figure {
    private static final int WIDTH = 880;
    private static final int HISTOGRAM = 320;
    private static final int CURVES = 340;
    private static final int GAP = 32;

    private final HistogramContent histogram;
    private final Chart roc;
    private final Chart precisionRecall;
    private final String caption;

    /**
     * A curve and its axes.
     *
     * @param x names the horizontal one
     * @param y names the vertical one, above the drawing
     */
    public record Chart(CurveContent content, String x, String y) {}

    /** Of what is to be seen. */
    public OddityFigure(HistogramContent histogram, Chart roc, Chart precisionRecall, String caption) {
        this.histogram = histogram;
        this.roc = roc;
        this.precisionRecall = precisionRecall;
        this.caption = caption;
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public BufferedImage draw(FigureStyle style, int scale) {
        FigureType type = new FigureType(style, scale);
        int line = type.height(type.small) + type.px(6);
        int body = type.px(HISTOGRAM + GAP + CURVES) + line;
        try (FigureCanvas canvas = new FigureCanvas(style, type, type.px(WIDTH), body, caption)) {
            int margin = type.px(FigureCanvas.MARGIN);
            new HistogramPainter(new PageInk(canvas, margin, margin), histogram, WIDTH, HISTOGRAM).paint();
            int below = margin + type.px(HISTOGRAM + GAP);
            chart(canvas, roc, margin, below, line);
            chart(canvas, precisionRecall, margin + type.px((WIDTH + GAP) / 2), below, line);
            return canvas.image();
        }
    }

    private static void chart(FigureCanvas canvas, Chart chart, int left, int top, int line) {
        canvas.text(canvas.type.small, canvas.style.ink(), chart.y(), left, top);
        CurvePainter.Place place =
                new CurvePainter.Place((WIDTH - GAP) / 2.0, CURVES, chart.x(), CurveScale.Kind.LINEAR);
        CurvePainter.of(new PageInk(canvas, left, top + line), chart.content(), place)
                .forEach(CurvePainter::paint);
    }
}
