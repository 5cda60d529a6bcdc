package hourglass.figures;

import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.plot.Tick;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;

/** Codes of two numbers as opaque dots in the colours of their classes, both axes in one unit. Immutable. */
public final class ScatterFigure extends Figure {
    private static final int LONGEST = 560;
    private static final int SHORTEST = 280;
    private static final int LEGEND_GAP = 28;
    private static final int MOST_TICKS = 11;

    private static final long ORDER_SEED = 11;

    private final ScatterData data;
    private final FigureAxes axes;
    private final long seed;
    private final boolean prior;

    /**
     * Of labelled points.
     *
     * @param seed shuffles the order in which points are drawn, so that no class always lies on top
     */
    public ScatterFigure(ScatterData data, FigureAxes axes, long seed, String caption) {
        this(data, axes, seed, false, caption);
    }

    /** Of the codes of test images. */
    public static ScatterFigure of(ScatterData codes, FigureAxes axes, Attribution origin) {
        return new ScatterFigure(codes, axes, ORDER_SEED, origin.line(codes.size() + " test images"));
    }

    private ScatterFigure(ScatterData data, FigureAxes axes, long seed, boolean prior, String caption) {
        super(caption);
        this.data = data;
        this.axes = axes;
        this.seed = seed;
        this.prior = prior;
    }

    /** Of a variational network, whose codes are means: with circles at one and two standard deviations of the prior. */
    public ScatterFigure withPrior() {
        return new ScatterFigure(data, axes, seed, true, caption() + ", their means");
    }

    @Override
    Body body(FigureType type) {
        Range xRange = data.range(0, prior ? 2 : 0).padded(0.04);
        Range yRange = data.range(1, prior ? 2 : 0).padded(0.04);
        double unit = Math.max(xRange.span(), yRange.span()) / LONGEST;
        int wide = type.px((int) Math.max(SHORTEST, Math.round(xRange.span() / unit)));
        int high = type.px((int) Math.max(SHORTEST, Math.round(yRange.span() / unit)));
        ScatterPlot plot = new ScatterPlot(
                widened(xRange, unit * wide / type.scale), widened(yRange, unit * high / type.scale), wide, high);
        int left = type.widest(type.number, words(plot.yTicks())) + type.px(8);
        int top = type.height(type.small) + type.px(10);
        int bottom = type.px(8) + type.height(type.number) + type.px(4) + type.height(type.small);
        int body = left + wide + type.px(LEGEND_GAP) + legendWidth(type);
        int tall = top + Math.max(high + bottom, legendHeight(type));
        return new Body(body, tall, canvas -> {
            int margin = type.px(FigureCanvas.MARGIN);
            canvas.text(type.small, canvas.style.ink(), axes.y(), margin, margin);
            plot.place(margin + left, margin + top);
            drawAxes(canvas, plot);
            drawPoints(canvas, plot);
            if (prior) {
                drawPrior(canvas, plot);
            }
            drawLegend(canvas, margin + left + wide + type.px(LEGEND_GAP), margin + top);
        });
    }

    private static Range widened(Range range, double span) {
        double more = Math.max(0, (span - range.span()) / 2);
        return new Range(range.low() - more, range.high() + more);
    }

    private static List<String> words(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    /** Where points come to lie. */
    private static final class ScatterPlot {
        private final Range xRange;
        private final Range yRange;
        private final int width;
        private final int height;
        private int left;
        private int top;

        ScatterPlot(Range xRange, Range yRange, int width, int height) {
            this.xRange = xRange;
            this.yRange = yRange;
            this.width = width;
            this.height = height;
        }

        void place(int newLeft, int newTop) {
            left = newLeft;
            top = newTop;
        }

        List<Tick> xTicks() {
            return NiceTicks.linear(xRange, most(xRange));
        }

        List<Tick> yTicks() {
            return NiceTicks.linear(yRange, most(yRange));
        }

        /** Fewer along the shorter side, so that both axes step alike. */
        private int most(Range range) {
            double longest = Math.max(xRange.span(), yRange.span());
            return (int) Math.max(3, Math.round(MOST_TICKS * range.span() / longest));
        }

        double x(double value) {
            return left + xRange.position(value) * width;
        }

        double y(double value) {
            return top + (1 - yRange.position(value)) * height;
        }

        double length(double units) {
            return units / xRange.span() * width;
        }
    }

    private void drawAxes(FigureCanvas canvas, ScatterPlot plot) {
        FigureType type = canvas.type;
        FigureStyle style = canvas.style;
        for (Tick tick : plot.yTicks()) {
            int y = (int) Math.round(plot.y(tick.value()));
            canvas.fill(style.line(), plot.left, y, plot.width, type.scale);
            int textTop = y - type.ascent(type.number) / 2 - type.px(2);
            canvas.textRight(type.number, style.mutedInk(), tick.label(), plot.left - type.px(8), textTop);
        }
        int bottom = plot.top + plot.height;
        for (Tick tick : plot.xTicks()) {
            int x = (int) Math.round(plot.x(tick.value()));
            canvas.fill(style.line(), x, plot.top, type.scale, plot.height);
            canvas.textCentred(type.number, style.mutedInk(), tick.label(), x, bottom + type.px(8));
        }
        int label = bottom + type.px(12) + type.height(type.number);
        canvas.textCentred(type.small, style.ink(), axes.x(), plot.left + plot.width / 2, label);
    }

    private void drawPoints(FigureCanvas canvas, ScatterPlot plot) {
        double radius = Dots.radius(canvas.type, Math.max(3.2, Math.min(8, 220 / Math.sqrt(data.size()))) / 2);
        for (int point : Dots.shuffled(data.finite(), seed)) {
            Dots.draw(canvas, data.label(point), plot.x(data.x(point)), plot.y(data.y(point)), radius);
        }
    }

    private static void drawPrior(FigureCanvas canvas, ScatterPlot plot) {
        for (int deviations = 1; deviations <= 2; deviations++) {
            double radius = plot.length(deviations);
            Shape ring = new Ellipse2D.Double(plot.x(0) - radius, plot.y(0) - radius, 2 * radius, 2 * radius);
            canvas.stroke(canvas.style.back(), 3, ring);
            canvas.dashed(canvas.style.ink(), 1.2, ring);
        }
    }

    private List<String> priorWords() {
        return prior ? List.of("Prior: 1 and 2", "standard deviations") : List.of();
    }

    private String count(int label) {
        return Integer.toString(data.count(label));
    }

    private int legendWidth(FigureType type) {
        int prior = type.px(Dots.LEGEND + 8) + type.widest(type.small, priorWords());
        return Math.max(Dots.legendWidth(type, data.classNames(), this::count), prior);
    }

    private int legendHeight(FigureType type) {
        int classes = Dots.legendHeight(type, data.classNames());
        return classes + (prior ? type.px(14) + 2 * type.height(type.small) : 0);
    }

    private void drawLegend(FigureCanvas canvas, int left, int top) {
        FigureType type = canvas.type;
        Dots.legend(canvas, data.classNames(), this::count, left, top);
        int y = top + Dots.legendHeight(type, data.classNames()) + type.px(8);
        for (String line : priorWords()) {
            canvas.text(type.small, canvas.style.mutedInk(), line, left + type.px(Dots.LEGEND + 8), y);
            y += type.height(type.small);
        }
        if (prior) {
            int dot = type.px(Dots.LEGEND);
            double middle = y - type.height(type.small);
            canvas.dashed(canvas.style.ink(), 1.2, new Ellipse2D.Double(left, middle - dot / 2.0, dot, dot));
        }
    }
}
