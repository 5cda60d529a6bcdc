package hourglass.figures;

import hourglass.core.plot.Range;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One plot of a {@link CurveFigure} with its own axis of values. Immutable. */
record CurvePanel(String yLabel, CurveFigure.Axis axis, List<FigureCurve> curves, List<Mark> marks) {
    private static final int LABEL_GAP = 18;

    /** A place of the x axis worth a word. */
    record Mark(String label, double x) {}

    CurvePanel {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    CurvePanel(String yLabel, CurveFigure.Axis axis) {
        this(yLabel, axis, List.of(), List.of());
    }

    CurvePanel with(FigureCurve curve) {
        List<FigureCurve> more = new ArrayList<>(curves);
        more.add(curve);
        return new CurvePanel(yLabel, axis, more, marks);
    }

    CurvePanel with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new CurvePanel(yLabel, axis, curves, more);
    }

    /** Lines of text above the plot. */
    int head(FigureType type) {
        return type.height(type.small) + type.px(10) + (note().isEmpty() ? 0 : type.height(type.small) + type.px(2));
    }

    /** Room the words at the right need. */
    int labelRoom(FigureType type) {
        return type.px(LABEL_GAP) + namesWidth(type) + type.widest(type.number, values());
    }

    int leastWidth(FigureType type) {
        return Math.max(type.width(type.small, yLabel), type.width(type.small, note()));
    }

    FigurePlot plot(FigureType type, Range xRange, int width, int height) {
        return new FigurePlot(type, xRange, yRange(), axis, width, height);
    }

    /** What all plots of a figure share: the words below, and the room for those at the right. */
    record Words(String x, int labelRoom) {}

    /** Draws words, axes and curves; the plot has been placed below {@code top} by {@link #head}. */
    void draw(FigureCanvas canvas, FigurePlot plot, int top, Words words) {
        FigureType type = canvas.type;
        int margin = type.px(FigureCanvas.MARGIN);
        canvas.text(type.small, canvas.style.ink(), yLabel, margin, top);
        if (!note().isEmpty()) {
            int below = top + type.height(type.small) + type.px(2);
            canvas.text(type.small, canvas.style.mutedInk(), note(), margin, below);
        }
        plot.drawAxes(canvas, words.x());
        for (Mark mark : marks) {
            plot.drawMark(canvas, mark.label(), mark.x());
        }
        for (FigureCurve curve : drawOrder()) {
            plot.drawCurve(canvas, curve, color(canvas.style, curve));
        }
        drawLabels(canvas, plot, words.labelRoom());
    }

    /** What the axis leaves out is said in words. */
    private String note() {
        Range range = yRange();
        for (FigureCurve curve : curves) {
            if (curve.kind == FigureCurve.Kind.NOISY && curve.first() > range.high()) {
                return "above the axis: " + curve.label + " begins at " + FigureNumbers.error(curve.first());
            }
        }
        return "";
    }

    /** Things to compare to first, points last, so that nothing measured is covered. */
    private List<FigureCurve> drawOrder() {
        List<FigureCurve> order = new ArrayList<>();
        for (FigureCurve.Kind kind : List.of(
                FigureCurve.Kind.CONSTANT,
                FigureCurve.Kind.REFERENCE,
                FigureCurve.Kind.NOISY,
                FigureCurve.Kind.POINTS,
                FigureCurve.Kind.MEASURED)) {
            curves.stream().filter(curve -> curve.kind == kind).forEach(order::add);
        }
        return order;
    }

    private static Color color(FigureStyle style, FigureCurve curve) {
        return switch (curve.kind) {
            case NOISY, MEASURED -> style.accent();
            case POINTS -> style.second();
            case CONSTANT, REFERENCE -> style.mutedInk();
        };
    }

    private int namesWidth(FigureType type) {
        return type.widest(type.small, curves.stream().map(curve -> curve.label).toList()) + type.px(10);
    }

    private List<String> values() {
        return curves.stream().map(this::value).toList();
    }

    /** Nats are large and need no four decimals. */
    private String value(FigureCurve curve) {
        return yRange().high() > 1 ? FigureNumbers.large(curve.last()) : FigureNumbers.error(curve.last());
    }

    private void drawLabels(FigureCanvas canvas, FigurePlot plot, int room) {
        FigureType type = canvas.type;
        List<FigureCurve> named =
                curves.stream().filter(curve -> plot.shows(curve.last())).toList();
        double[] wanted =
                named.stream().mapToDouble(curve -> plot.y(curve.last())).toArray();
        int high = type.height(type.small) + type.px(3);
        int[] tops = FigureLabels.spread(wanted, high, plot.top(), plot.top() + plot.height());
        int x = plot.left() + plot.width() + type.px(LABEL_GAP);
        int right = plot.left() + plot.width() + room;
        int drop = type.ascent(type.small) - type.ascent(type.number);
        for (int i = 0; i < tops.length; i++) {
            FigureCurve curve = named.get(i);
            Color color = color(canvas.style, curve);
            canvas.text(type.small, color, curve.label, x, tops[i]);
            canvas.textRight(type.number, color, value(curve), right, tops[i] + drop);
            plot.drawLeader(canvas, color, wanted[i], tops[i] + high / 2.0);
        }
    }

    private Range yRange() {
        double[] all = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.decisive()))
                .filter(value -> axis == CurveFigure.Axis.LINEAR || value > 0)
                .toArray();
        boolean linear = axis == CurveFigure.Axis.LINEAR;
        Range range = Range.of(all, all.length, linear ? new Range(0, 1) : new Range(0.01, 1));
        return linear ? range.padded(0.05) : range.paddedLog(0.05);
    }
}
