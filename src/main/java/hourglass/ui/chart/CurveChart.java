package hourglass.ui.chart;

import hourglass.figures.CurveContent;
import hourglass.figures.CurveFigure;
import hourglass.figures.CurvePainter;
import hourglass.figures.CurveScale;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.HoverCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.MouseEvent;

/** Live curves: raw faint and smoothed bold, points, dashed levels, markers, and the values under the pointer. */
public final class CurveChart extends CanvasPane {
    private final BooleanProperty log = new SimpleBooleanProperty(this, "log", false);
    private String xTitle;
    private List<String> steps = List.of();
    private CurveContent content = CurveContent.empty();
    private double pointerX = -1;

    /** {@code xTitle} names the horizontal axis, such as "epochs". */
    public CurveChart(Appearance appearance, String xTitle) {
        super(appearance);
        this.xTitle = xTitle;
        getStyleClass().add("curve-chart");
        setPrefSize(640, 320);
        setMinSize(280, 160);
        log.addListener((observed, before, now) -> repaint());
        setOnMouseMoved(this::moved);
        setOnMouseDragged(this::moved);
        setOnMouseExited(event -> point(-1));
    }

    /** Shows {@code now}; also call it when only its samples have grown. */
    public void show(CurveContent now) {
        content = now;
        repaint();
    }

    /** Names the horizontal axis otherwise. */
    public void along(String title) {
        along(title, List.of());
    }

    /** The same, and its places 0, 1, 2 …, which then stand at one distance. */
    public void along(String title, List<String> names) {
        xTitle = title;
        steps = List.copyOf(names);
        repaint();
    }

    /** Whether the vertical axis is logarithmic. */
    public BooleanProperty logProperty() {
        return log;
    }

    @Override
    protected void paint(Brush brush) {
        CurvePainter.Place place = new CurvePainter.Place(brush.width(), brush.height(), xTitle, kind(), steps);
        List<CurvePainter> painters = CurvePainter.of(brush, content, place);
        List<HoverCard.Line> lines = new ArrayList<>();
        for (CurvePainter painter : painters) {
            painter.paint();
            painter.paintPointer(pointerX).forEach(reading -> lines.add(line(reading)));
        }
        if (!lines.isEmpty()) {
            lines.add(0, new HoverCard.Line(xTitle, where(painters.get(0).valueAt(pointerX)), null));
            HoverCard.paint(brush, pointerX, brush.height() / 2, lines);
        }
    }

    private String where(double place) {
        return steps.isEmpty()
                ? String.format(Locale.ROOT, "%.2f", place)
                : steps.get((int) Math.max(0, Math.min(steps.size() - 1, Math.round(place))));
    }

    private CurveScale.Kind kind() {
        return log.get() ? CurveScale.Kind.LOG : CurveScale.Kind.LINEAR;
    }

    private static HoverCard.Line line(CurvePainter.Reading reading) {
        return new HoverCard.Line(reading.name(), reading.value(), reading.drawn() ? reading.color() : null);
    }

    /** The same drawing on a page. */
    public CurveFigure figure(String quantity, String caption) {
        return new CurveFigure(content, new CurveFigure.Axes(xTitle, quantity, kind(), steps), caption);
    }

    private void moved(MouseEvent event) {
        point(sheet().sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
    }

    private void point(double x) {
        pointerX = x;
        repaint();
    }
}
