package hourglass.figures;

/** Oddities on a page: the histogram of a score with its threshold, and the two curves below. Immutable. */
public final class OddityFigure extends Figure {
    private static final int WIDTH = 880;
    private static final int HISTOGRAM = 320;
    private static final int CURVES = 340;
    private static final int GAP = 32;

    private final HistogramContent histogram;
    private final Chart roc;
    private final Chart precisionRecall;

    /**
     * A curve and its axes.
     *
     * @param x names the horizontal one
     * @param y names the vertical one, above the drawing
     */
    public record Chart(CurveContent content, String x, String y) {}

    /** Of what is to be seen. */
    public OddityFigure(HistogramContent histogram, Chart roc, Chart precisionRecall, String caption) {
        super(caption);
        this.histogram = histogram;
        this.roc = roc;
        this.precisionRecall = precisionRecall;
    }

    @Override
    Body body(FigureType type) {
        int line = type.height(type.small) + type.px(6);
        int body = type.px(HISTOGRAM + GAP + CURVES) + line;
        return new Body(type.px(WIDTH), body, canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            new HistogramPainter(new PageInk(canvas, margin, margin), histogram, WIDTH, HISTOGRAM).paint();
            int below = margin + type.px(HISTOGRAM + GAP);
            chart(canvas, roc, margin, below, line);
            chart(canvas, precisionRecall, margin + type.px((WIDTH + GAP) / 2), below, line);
        });
    }

    private static void chart(FigureCanvas canvas, Chart chart, int left, int top, int line) {
        canvas.text(canvas.type.small, canvas.style.ink(), chart.y(), left, top);
        CurvePainter.Place place =
                new CurvePainter.Place((WIDTH - GAP) / 2.0, CURVES, chart.x(), CurveScale.Kind.LINEAR);
        CurvePainter.of(new PageInk(canvas, left, top + line), chart.content(), place)
                .forEach(CurvePainter::paint);
    }
}
