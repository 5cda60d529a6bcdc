package hourglass.figures;

import hourglass.core.plot.CurveDecimation;
import hourglass.core.plot.NiceTicks;
import hourglass.core.plot.Range;
import hourglass.core.plot.Tick;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/** The rectangle of a {@link CurveFigure} in which curves are drawn, with its two axes. */
final class FigurePlot {
    private static final int FAINT = 70;
    /** An axis of x no longer than this counts in fractions, such as noise levels; a longer one in whole epochs. */
    private static final double FRACTIONS = 0.99;

    private final FigureType type;
    private final Range xRange;
    private final Range yRange;
    private final CurveFigure.Axis axis;
    private final int width;
    private final int height;
    private int left;
    private int top;

    FigurePlot(FigureType type, Range xRange, Range yRange, CurveFigure.Axis axis, int width, int height) {
        this.type = type;
        this.xRange = xRange;
        this.yRange = yRange;
        this.axis = axis;
        this.width = width;
        this.height = height;
    }

    void place(int newLeft, int newTop) {
        left = newLeft;
        top = newTop;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    List<String> yLabels() {
        return yTicks().stream().map(Tick::label).toList();
    }

    private List<Tick> yTicks() {
        int most = Math.max(3, Math.min(7, height / type.px(30)));
        return axis == CurveFigure.Axis.LINEAR ? NiceTicks.linear(yRange, most) : NiceTicks.log(yRange, 9);
    }

    boolean shows(double value) {
        return Double.isFinite(value) && (axis == CurveFigure.Axis.LINEAR || value > 0);
    }

    double x(double value) {
        return left + xRange.position(value) * width;
    }

    double y(double value) {
        double share = axis == CurveFigure.Axis.LINEAR ? yRange.position(value) : yRange.logPosition(value);
        return top + (1 - share) * height;
    }

    void drawAxes(FigureCanvas canvas, String xLabel) {
        FigureStyle style = canvas.style;
        for (Tick tick : yTicks()) {
            int y = (int) Math.round(y(tick.value()));
            canvas.fill(style.line(), left, y, width, type.scale);
            int textTop = y - type.ascent(type.number) / 2 - type.px(2);
            canvas.textRight(type.number, style.mutedInk(), tick.label(), left - type.px(8), textTop);
        }
        canvas.fill(style.mutedInk(), left, top + height, width, type.scale);
        int below = top + height + type.px(8);
        List<Tick> ticks = xRange.span() <= FRACTIONS ? NiceTicks.linear(xRange, 11) : NiceTicks.whole(xRange, 11);
        for (Tick tick : ticks) {
            int x = (int) Math.round(x(tick.value()));
            canvas.fill(style.mutedInk(), x, top + height, type.scale, type.px(4));
            canvas.textCentred(type.number, style.mutedInk(), tick.label(), x, below);
        }
        int label = below + type.height(type.number) + type.px(4);
        canvas.textCentred(type.small, style.ink(), xLabel, left + width / 2, label);
    }

    /** A dashed upright at a place of the x axis with its words beside its top. */
    void drawMark(FigureCanvas canvas, String words, double place) {
        double x = x(place);
        canvas.dashed(canvas.style.ink(), 1, new Line2D.Double(x, top, x, top + height));
        int room = type.width(type.small, words) + type.px(6);
        int right = (int) Math.round(x) + type.px(6);
        int at = right + room > left + width ? right - room - type.px(6) : right;
        canvas.fill(canvas.style.back(), at - type.px(2), top, room, type.height(type.small));
        canvas.text(type.small, canvas.style.ink(), words, at, top);
    }

    void drawCurve(FigureCanvas canvas, FigureCurve curve, Color color) {
        Shape before = canvas.graphics.getClip();
        canvas.graphics.clipRect(left - type.px(5), top - type.px(5), width + type.px(10), height + type.px(10));
        switch (curve.kind) {
            case NOISY -> drawNoisy(canvas, curve, color);
            case POINTS -> drawPoints(canvas, curve, color, 1);
            case MEASURED -> drawPoints(canvas, curve, color, 2);
            case REFERENCE -> canvas.dashed(color, 1.5, line(curve.x, curve.y));
            case CONSTANT -> drawConstant(canvas, curve, color);
        }
        canvas.graphics.setClip(before);
    }

    private void drawNoisy(FigureCanvas canvas, FigureCurve curve, Color color) {
        if (curve.x.length == 1) {
            drawPoints(canvas, curve, color, 1);
            return;
        }
        canvas.graphics.clipRect(left, top, width, height);
        Color faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
        canvas.stroke(faint, 1, band(CurveDecimation.of(curve.x, curve.y, curve.x.length, xRange, width)));
        canvas.stroke(color, 2, line(curve.x, curve.smooth));
    }

    /** Through entry, extremes and exit of each column. */
    private Path2D band(CurveDecimation columns) {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < columns.size(); i++) {
            double x = left + columns.column(i) + 0.5;
            double[] stops = {columns.first(i), columns.low(i), columns.high(i), columns.last(i)};
            for (double stop : stops) {
                begun = extend(path, begun, x, stop);
            }
        }
        return path;
    }

    private Path2D line(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < x.length; i++) {
            begun = extend(path, begun, x(x[i]), y[i]);
        }
        return path;
    }

    private boolean extend(Path2D path, boolean begun, double x, double value) {
        if (!shows(value)) {
            return begun;
        }
        if (begun) {
            path.lineTo(x, y(value));
        } else {
            path.moveTo(x, y(value));
        }
        return true;
    }

    private void drawPoints(FigureCanvas canvas, FigureCurve curve, Color color, double weight) {
        Color faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), 2 * FAINT);
        canvas.stroke(weight > 1 ? color : faint, weight, line(curve.x, curve.y));
        double radius = type.px(7) / 2.0;
        for (int i = 0; i < curve.x.length; i++) {
            if (shows(curve.y[i])) {
                Shape dot =
                        new Ellipse2D.Double(x(curve.x[i]) - radius, y(curve.y[i]) - radius, 2 * radius, 2 * radius);
                canvas.graphics.setColor(color);
                canvas.graphics.fill(dot);
                canvas.stroke(canvas.style.back(), 1.5, dot);
            }
        }
    }

    private void drawConstant(FigureCanvas canvas, FigureCurve curve, Color color) {
        if (shows(curve.last())) {
            double y = y(curve.last());
            canvas.dashed(color, 1.5, new Line2D.Double(left, y, left + width, y));
        }
    }

    /** From the end of a curve to its label, where the label had to give way. */
    void drawLeader(FigureCanvas canvas, Color color, double from, double to) {
        double x = left + width + type.px(6);
        canvas.stroke(color, 1, new Line2D.Double(x, from, x + type.px(8), to));
    }
}
