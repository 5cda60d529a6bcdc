package hourglass.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.MouseEvent;

/** Live curves: raw faint and smoothed bold, points, dashed levels, markers, and the values under the pointer. */
public final class CurveChart extends CanvasPane {
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
        CurveScale.Kind kind = log.get() ? CurveScale.Kind.LOG : CurveScale.Kind.LINEAR;
        CurvePainter painter = new CurvePainter(brush, content, xTitle, kind);
        painter.paint();
        painter.paintHover(pointerX);
    }

    private void moved(MouseEvent event) {
        point(sheet().sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
    }

    private void point(double x) {
        pointerX = x;
        repaint();
    }
}
