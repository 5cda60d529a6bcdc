package hourglass.figures;

import hourglass.core.color.Ground;
import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.plot.Tick;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Codes of two numbers as opaque dots in the colours of their classes, both axes in one unit. Immutable. */
public final class ScatterFigure implements Figure {
    private static final int LONGEST = 560;
    private static final int SHORTEST = 280;
    private static final int LEGEND_GAP = 28;
    private static final int DOT = 10;
    private static final int MOST_TICKS = 11;
    private static final Color OUTLINE = new Color(0x1f, 0x23, 0x28, 150);

    private final ScatterData data;
    private final FigureAxes axes;
    private final long seed;
    private final boolean prior;
    private final String caption;

    /**
     * Of labelled points.
     *
     * @param seed shuffles the order in which points are drawn, so that no class always lies on top
     */
    public ScatterFigure(ScatterData data, FigureAxes axes, long seed, String caption) {
        this(data, axes, seed, false, caption);
    }

    private ScatterFigure(ScatterData data, FigureAxes axes, long seed, boolean prior, String caption) {
        this.data = data;
        this.axes = axes;
        this.seed = seed;
        this.prior = prior;
        this.caption = caption;
    }

    /** With circles at one and two standard deviations of the standard normal prior. */
    public ScatterFigure withPrior() {
        return new ScatterFigure(data, axes, seed, true, caption);
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public BufferedImage draw(FigureStyle style, int scale) {
        FigureType type = new FigureType(style, scale);
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
        try (FigureCanvas canvas = new FigureCanvas(style, type, body, tall, caption)) {
            int margin = type.px(FigureCanvas.MARGIN);
            canvas.text(type.small, style.ink(), axes.y(), margin, margin);
            plot.place(margin + left, margin + top);
            drawAxes(canvas, plot);
            drawPoints(canvas, plot);
            if (prior) {
                drawPrior(canvas, plot);
            }
            drawLegend(canvas, margin + left + wide + type.px(LEGEND_GAP), margin + top);
            return canvas.image();
        }
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
        double diameter = Math.max(3.2, Math.min(8, 220 / Math.sqrt(data.size()))) * canvas.type.scale;
        boolean outlined = canvas.style.ground() == Ground.LIGHT;
        for (int point : order()) {
            double x = plot.x(data.x(point)) - diameter / 2;
            double y = plot.y(data.y(point)) - diameter / 2;
            Shape dot = new Ellipse2D.Double(x, y, diameter, diameter);
            canvas.graphics.setColor(canvas.style.classColor(data.label(point)));
            canvas.graphics.fill(dot);
            if (outlined) {
                canvas.stroke(OUTLINE, 0.6, dot);
            }
        }
    }

    /** Of the finite points, by a seeded shuffle. */
    private int[] order() {
        int[] order = data.finite();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
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

    private int legendWidth(FigureType type) {
        List<String> counts = new ArrayList<>();
        for (int label = 0; label < data.classNames().size(); label++) {
            counts.add(Integer.toString(data.count(label)));
        }
        int classes = type.widest(type.label, data.classNames()) + type.px(16) + type.widest(type.number, counts);
        return type.px(DOT + 8) + Math.max(classes, type.widest(type.small, priorWords()));
    }

    private int rowHeight(FigureType type) {
        return type.height(type.label) + type.px(6);
    }

    private int legendHeight(FigureType type) {
        return data.classNames().size() * rowHeight(type) + (prior ? type.px(14) + 2 * type.height(type.small) : 0);
    }

    private void drawLegend(FigureCanvas canvas, int left, int top) {
        FigureType type = canvas.type;
        int right = left + legendWidth(type);
        int words = left + type.px(DOT + 8);
        int y = top;
        for (int label = 0; label < data.classNames().size(); label++) {
            int dotTop = y + (type.height(type.label) - type.px(DOT)) / 2;
            Shape dot = new Ellipse2D.Double(left, dotTop, type.px(DOT), type.px(DOT));
            canvas.graphics.setColor(canvas.style.classColor(label));
            canvas.graphics.fill(dot);
            if (canvas.style.ground() == Ground.LIGHT) {
                canvas.stroke(OUTLINE, 0.6, dot);
            }
            canvas.text(type.label, canvas.style.ink(), data.classNames().get(label), words, y);
            int drop = type.ascent(type.label) - type.ascent(type.number);
            String count = Integer.toString(data.count(label));
            canvas.textRight(type.number, canvas.style.mutedInk(), count, right, y + drop);
            y += rowHeight(type);
        }
        y += type.px(8);
        for (String line : priorWords()) {
            canvas.text(type.small, canvas.style.mutedInk(), line, words, y);
            y += type.height(type.small);
        }
        if (prior) {
            int middle = y - type.height(type.small);
            Shape sample = new Ellipse2D.Double(left, middle - type.px(DOT) / 2.0, type.px(DOT), type.px(DOT));
            canvas.dashed(canvas.style.ink(), 1.2, sample);
        }
    }
}
