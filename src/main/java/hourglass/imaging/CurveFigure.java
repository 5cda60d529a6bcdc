package hourglass.imaging;

import hourglass.core.plot.Range;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Error over epochs: training faint and smoothed, validation as points, constants such as PCA dashed. Immutable. */
public final class CurveFigure implements Figure {
    /** How the axis of errors runs. */
    public enum Axis {
        /** Evenly. */
        LINEAR,
        /** By powers of ten; values that are not positive are left out. */
        LOGARITHMIC
    }

    private static final int PLOT_WIDTH = 600;
    private static final int PLOT_HEIGHT = 340;
    private static final int LABEL_GAP = 18;

    private final String xLabel;
    private final String yLabel;
    private final Axis axis;
    private final String caption;
    private final List<FigureCurve> curves;

    /** Without any curve yet. */
    public CurveFigure(String xLabel, String yLabel, Axis axis, String caption) {
        this(xLabel, yLabel, axis, caption, List.of());
    }

    private CurveFigure(String xLabel, String yLabel, Axis axis, String caption, List<FigureCurve> curves) {
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.axis = axis;
        this.caption = caption;
        this.curves = List.copyOf(curves);
    }

    /** With a noisy curve, one value per training step; {@code x} ascending in epochs. */
    public CurveFigure withTraining(String label, double[] x, double[] y) {
        return with(new FigureCurve(FigureCurve.Kind.NOISY, label, x, y));
    }

    /** With measured points, one per epoch. */
    public CurveFigure withPoints(String label, double[] x, double[] y) {
        return with(new FigureCurve(FigureCurve.Kind.POINTS, label, x, y));
    }

    /** With a constant to compare to. */
    public CurveFigure withConstant(String label, double value) {
        return with(new FigureCurve(FigureCurve.Kind.CONSTANT, label, new double[] {0}, new double[] {value}));
    }

    private CurveFigure with(FigureCurve curve) {
        List<FigureCurve> more = new ArrayList<>(curves);
        more.add(curve);
        return new CurveFigure(xLabel, yLabel, axis, caption, more);
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public BufferedImage draw(FigureStyle style, int scale) {
        FigureType type = new FigureType(style, scale);
        FigurePlot plot = new FigurePlot(type, xRange(), yRange(), axis, type.px(PLOT_WIDTH), type.px(PLOT_HEIGHT));
        String note = note(plot.yRange());
        int top = type.height(type.small) + type.px(10) + (note.isEmpty() ? 0 : type.height(type.small) + type.px(2));
        int left = type.widest(type.number, plot.yLabels()) + type.px(8);
        int right = type.px(LABEL_GAP) + labelWidth(type);
        int bottom = type.px(8) + type.height(type.number) + type.px(4) + type.height(type.small);
        int body = Math.max(left + plot.width() + right, type.width(type.small, yLabel));
        body = Math.max(body, type.width(type.small, note));
        try (FigureCanvas canvas = new FigureCanvas(style, type, body, top + plot.height() + bottom, caption)) {
            int margin = type.px(FigureCanvas.MARGIN);
            canvas.text(type.small, style.ink(), yLabel, margin, margin);
            if (!note.isEmpty()) {
                int below = margin + type.height(type.small) + type.px(2);
                canvas.text(type.small, style.mutedInk(), note, margin, below);
            }
            plot.place(margin + left, margin + top);
            plot.drawAxes(canvas, xLabel);
            for (FigureCurve curve : drawOrder()) {
                plot.drawCurve(canvas, curve, color(style, curve));
            }
            drawLabels(canvas, plot);
            return canvas.image();
        }
    }

    /** What the axis leaves out is said in words. */
    private String note(Range range) {
        for (FigureCurve curve : curves) {
            if (curve.kind == FigureCurve.Kind.NOISY && curve.first() > range.high()) {
                return "above the axis: " + curve.label + " begins at " + FigureNumbers.error(curve.first());
            }
        }
        return "";
    }

    /** Constants first, points last, so that nothing measured is covered. */
    private List<FigureCurve> drawOrder() {
        List<FigureCurve> order = new ArrayList<>();
        for (FigureCurve.Kind kind :
                List.of(FigureCurve.Kind.CONSTANT, FigureCurve.Kind.NOISY, FigureCurve.Kind.POINTS)) {
            curves.stream().filter(curve -> curve.kind == kind).forEach(order::add);
        }
        return order;
    }

    private static Color color(FigureStyle style, FigureCurve curve) {
        return switch (curve.kind) {
            case NOISY -> style.accent();
            case POINTS -> style.second();
            case CONSTANT -> style.mutedInk();
        };
    }

    private int namesWidth(FigureType type) {
        return type.widest(type.small, curves.stream().map(curve -> curve.label).toList()) + type.px(10);
    }

    private int labelWidth(FigureType type) {
        List<String> values = curves.stream().map(CurveFigure::value).toList();
        return namesWidth(type) + type.widest(type.number, values);
    }

    private static String value(FigureCurve curve) {
        return FigureNumbers.error(curve.last());
    }

    private void drawLabels(FigureCanvas canvas, FigurePlot plot) {
        FigureType type = canvas.type;
        List<FigureCurve> named =
                curves.stream().filter(curve -> plot.shows(curve.last())).toList();
        double[] wanted =
                named.stream().mapToDouble(curve -> plot.y(curve.last())).toArray();
        int high = type.height(type.small) + type.px(3);
        int[] tops = FigureLabels.spread(wanted, high, plot.top(), plot.top() + plot.height());
        int x = plot.left() + plot.width() + type.px(LABEL_GAP);
        int right = x + labelWidth(type);
        int drop = type.ascent(type.small) - type.ascent(type.number);
        for (int i = 0; i < tops.length; i++) {
            FigureCurve curve = named.get(i);
            Color color = color(canvas.style, curve);
            canvas.text(type.small, color, curve.label, x, tops[i]);
            canvas.textRight(type.number, color, value(curve), right, tops[i] + drop);
            plot.drawLeader(canvas, color, wanted[i], tops[i] + high / 2.0);
        }
    }

    private Range xRange() {
        Range range = new Range(0, 0);
        for (FigureCurve curve : curves) {
            for (double place : curve.x) {
                range = range.including(place);
            }
        }
        return range.span() == 0 ? new Range(0, 1) : range;
    }

    private Range yRange() {
        double[] all = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.decisive()))
                .filter(value -> axis == Axis.LINEAR || value > 0)
                .toArray();
        Range range = Range.of(all, all.length, axis == Axis.LINEAR ? new Range(0, 1) : new Range(0.01, 1));
        return axis == Axis.LINEAR ? range.padded(0.05) : range.paddedLog(0.05);
    }
}
