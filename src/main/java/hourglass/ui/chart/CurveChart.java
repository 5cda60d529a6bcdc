package hourglass.ui.chart;

import hourglass.ui.chart.CurvePainter.Foot;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.HoverCard;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.MouseEvent;

/** Live curves: raw faint and smoothed bold, points, dashed levels, markers, and the values under the pointer. */
public final class CurveChart extends CanvasPane {
    private static final double UPPER_SHARE = 0.58;

    private final BooleanProperty log = new SimpleBooleanProperty(this, "log", false);
    private final String xTitle;
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

    /** Whether the vertical axis is logarithmic. */
    public BooleanProperty logProperty() {
        return log;
    }

    @Override
    protected void paint(Brush brush) {
        List<HoverCard.Line> lines = new ArrayList<>();
        CurveContent lower = content.below().orElse(null);
        if (lower == null) {
            paint(brush, content, Foot.NAMED, lines);
        } else {
            double above = Math.round(brush.height() * UPPER_SHARE);
            paint(part(brush, above), content, Foot.BARE, lines);
            brush.g().save();
            brush.g().translate(0, above);
            paint(part(brush, brush.height() - above), lower, Foot.NAMED, lines);
            brush.g().restore();
        }
        if (lines.size() > 1) {
            HoverCard.paint(brush, pointerX, brush.height() / 2, lines);
        }
    }

    private static Brush part(Brush brush, double height) {
        return new Brush(brush.g(), brush.width(), height, brush.colors(), brush.em());
    }

    private void paint(Brush brush, CurveContent shown, Foot foot, List<HoverCard.Line> lines) {
        boolean logarithmic = log.get() && shown.axis() == CurveContent.Axis.FROM_ZERO;
        CurveScale.Kind kind = logarithmic ? CurveScale.Kind.LOG : CurveScale.Kind.LINEAR;
        CurvePainter painter = new CurvePainter(brush, shown, xTitle, kind, foot);
        painter.paint();
        List<HoverCard.Line> found = painter.paintPointer(pointerX);
        if (lines.isEmpty() && !found.isEmpty()) {
            lines.add(painter.place(pointerX));
        }
        lines.addAll(found);
    }

    private void moved(MouseEvent event) {
        point(sheet().sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
    }

    private void point(double x) {
        pointerX = x;
        repaint();
    }
}
