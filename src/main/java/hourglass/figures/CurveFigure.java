package hourglass.figures;

import hourglass.core.plot.Range;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Curves over epochs or over a noise level: training faint and smoothed, validation as points, constants such as PCA
 * dashed; in one plot or in several below each other with the same x axis. Immutable.
 */
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
    private static final int FURTHER_HEIGHT = 150;
    private static final int PANEL_GAP = 22;

    private final String xLabel;
    private final String caption;
    private final List<CurvePanel> panels;

    /** Without any curve yet. */
    public CurveFigure(String xLabel, String yLabel, Axis axis, String caption) {
        this(xLabel, caption, List.of(new CurvePanel(yLabel, axis)));
    }

    private CurveFigure(String xLabel, String caption, List<CurvePanel> panels) {
        this.xLabel = xLabel;
        this.caption = caption;
        this.panels = List.copyOf(panels);
    }

    /** With a noisy curve, one value per training step; {@code x} ascending in epochs. */
    public CurveFigure withTraining(String label, double[] x, double[] y) {
        return with(FigureCurve.Kind.NOISY, label, x, y);
    }

    /** With measured points, one per epoch. */
    public CurveFigure withPoints(String label, double[] x, double[] y) {
        return with(FigureCurve.Kind.POINTS, label, x, y);
    }

    /** With the measured curve the figure is about: a bold line with its points. */
    public CurveFigure withMeasured(String label, double[] x, double[] y) {
        return with(FigureCurve.Kind.MEASURED, label, x, y);
    }

    /** With a curve to compare to, dashed. */
    public CurveFigure withReference(String label, double[] x, double[] y) {
        return with(FigureCurve.Kind.REFERENCE, label, x, y);
    }

    /** With a constant to compare to. */
    public CurveFigure withConstant(String label, double value) {
        return with(FigureCurve.Kind.CONSTANT, label, new double[] {Double.NaN}, new double[] {value});
    }

    /** With an upright at a place of the x axis, which then reaches that far, and words beside it. */
    public CurveFigure withMark(String label, double x) {
        return changed(panel -> panel.with(new CurvePanel.Mark(label, x)));
    }

    /** With a further, lower plot below, for values of another size; what is added from here on goes into it. */
    public CurveFigure withPanel(String yLabel, Axis axis) {
        List<CurvePanel> more = new ArrayList<>(panels);
        more.add(new CurvePanel(yLabel, axis));
        return new CurveFigure(xLabel, caption, more);
    }

    private CurveFigure with(FigureCurve.Kind kind, String label, double[] x, double[] y) {
        return changed(panel -> panel.with(new FigureCurve(kind, label, x, y)));
    }

    private CurveFigure changed(UnaryOperator<CurvePanel> change) {
        List<CurvePanel> all = new ArrayList<>(panels);
        all.set(all.size() - 1, change.apply(all.get(all.size() - 1)));
        return new CurveFigure(xLabel, caption, all);
    }

    @Override
    public String caption() {
        return caption;
    }

    @Override
    public BufferedImage draw(FigureStyle style, int scale) {
        FigureType type = new FigureType(style, scale);
        List<FigurePlot> plots = plots(type);
        int left = plots.stream()
                        .mapToInt(plot -> type.widest(type.number, plot.yLabels()))
                        .max()
                        .orElse(0)
                + type.px(8);
        int labels = widest(panel -> panel.labelRoom(type));
        int body = left + type.px(PLOT_WIDTH) + labels;
        body = Math.max(body, widest(panel -> panel.leastWidth(type)));
        int tall = -type.px(PANEL_GAP);
        for (int i = 0; i < plots.size(); i++) {
            tall += panelHeight(type, i, plots.get(i)) + type.px(PANEL_GAP);
        }
        try (FigureCanvas canvas = new FigureCanvas(style, type, body, tall, caption)) {
            int y = type.px(FigureCanvas.MARGIN);
            for (int i = 0; i < plots.size(); i++) {
                FigurePlot plot = plots.get(i);
                plot.place(
                        type.px(FigureCanvas.MARGIN) + left, y + panels.get(i).head(type));
                panels.get(i).draw(canvas, plot, y, new CurvePanel.Words(xWords(i), labels));
                y += panelHeight(type, i, plot) + type.px(PANEL_GAP);
            }
            return canvas.image();
        }
    }

    private List<FigurePlot> plots(FigureType type) {
        Range xRange = xRange();
        List<FigurePlot> plots = new ArrayList<>();
        for (CurvePanel panel : panels) {
            int height = plots.isEmpty() ? PLOT_HEIGHT : FURTHER_HEIGHT;
            plots.add(panel.plot(type, xRange, type.px(PLOT_WIDTH), type.px(height)));
        }
        return plots;
    }

    /** Only the lowest plot says what the x axis is. */
    private String xWords(int panel) {
        return panel == panels.size() - 1 ? xLabel : "";
    }

    private int panelHeight(FigureType type, int panel, FigurePlot plot) {
        int words = xWords(panel).isEmpty() ? 0 : type.px(4) + type.height(type.small);
        return panels.get(panel).head(type) + plot.height() + type.px(8) + type.height(type.number) + words;
    }

    private int widest(ToIntFunction<CurvePanel> width) {
        return panels.stream().mapToInt(width).max().orElse(0);
    }

    private Range xRange() {
        Range range = new Range(0, 0);
        for (CurvePanel panel : panels) {
            for (FigureCurve curve : panel.curves()) {
                for (double place : curve.x) {
                    range = range.including(place);
                }
            }
            for (CurvePanel.Mark mark : panel.marks()) {
                range = range.including(mark.x());
            }
        }
        return range.span() == 0 ? new Range(0, 1) : range;
    }
}
