package hourglass.ui.scatter;

import hourglass.core.color.Token;
import hourglass.ui.kit.Brush;
import java.util.function.IntPredicate;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse and keys do to a scatter. */
final class ScatterHand {
    private static final double STEP = 40;
    private static final double CLICK = 4;

    private enum Doing {
        NOTHING,
        PANNING,
        SELECTING,
        TAKEN
    }

    private final ScatterPane pane;
    private final Lasso lasso = new Lasso();
    private Doing doing = Doing.NOTHING;
    private Point2D start = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;
    private boolean moved;
    private boolean boxed;

    ScatterHand(ScatterPane pane) {
        this.pane = pane;
    }

    void listen() {
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            Point2D at = pane.place(event.getSceneX(), event.getSceneY());
            double factor = Math.pow(1.0022, Math.max(-300, Math.min(300, event.getDeltaY() * 2.5)));
            pane.viewportProperty().set(pane.viewportProperty().get().zoomed(factor, at.getX(), at.getY()));
        }
        // The stage below would scroll as well.
        event.consume();
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        start = pane.place(event);
        last = start;
        moved = false;
        Viewport view = pane.viewportProperty().get();
        if (pane.press(view.dataX(start.getX()), view.dataY(start.getY()), event)) {
            doing = Doing.TAKEN;
        } else if (event.getButton() == MouseButton.PRIMARY && selects(event)) {
            boxed = event.isShiftDown() || pane.selectionModeProperty().get() == SelectionMode.BOX;
            lasso.clear();
            lasso.add(start.getX(), start.getY());
            doing = Doing.SELECTING;
        } else {
            doing = Doing.PANNING;
        }
        event.consume();
    }

    private boolean selects(MouseEvent event) {
        return event.isShiftDown() || pane.selectionModeProperty().get() != SelectionMode.PAN;
    }

    private void dragged(MouseEvent event) {
        Point2D now = pane.place(event);
        moved |= now.distance(start) > CLICK;
        Viewport view = pane.viewportProperty().get();
        switch (doing) {
            case TAKEN -> pane.drag(view.dataX(now.getX()), view.dataY(now.getY()), event);
            case PANNING -> pan(view, now);
            case SELECTING -> select(now);
            case NOTHING -> {}
        }
        event.consume();
    }

    private void pan(Viewport view, Point2D now) {
        if (moved) {
            pane.setCursor(Cursor.CLOSED_HAND);
            pane.viewportProperty().set(view.panned(now.getX() - last.getX(), now.getY() - last.getY()));
            last = now;
        }
    }

    private void select(Point2D now) {
        if (boxed) {
            lasso.box(now.getX(), now.getY());
        } else if (now.distance(last) >= 2) {
            lasso.add(now.getX(), now.getY());
            last = now;
        }
        pane.repaint();
    }

    private void released(MouseEvent event) {
        Point2D now = pane.place(event);
        Viewport view = pane.viewportProperty().get();
        Doing done = doing;
        doing = Doing.NOTHING;
        pane.setCursor(Cursor.DEFAULT);
        if (done == Doing.TAKEN) {
            pane.release(view.dataX(now.getX()), view.dataY(now.getY()), event);
        } else if (done == Doing.SELECTING && moved) {
            finishSelection(view, event.isShortcutDown());
        } else if (!moved && done != Doing.NOTHING) {
            clicked(now, event);
        }
        event.consume();
    }

    private void finishSelection(Viewport view, boolean adding) {
        ScatterPoints points = pane.points();
        IntPredicate inside = point ->
                pane.isLoud(point) && lasso.contains(view.screenX(points.x(point)), view.screenY(points.y(point)));
        PointSelection found = PointSelection.where(points.size(), inside);
        PointSelection before = pane.selectionProperty().get();
        pane.selectionProperty().set(adding ? before.and(found) : found);
        lasso.clear();
        pane.repaint();
    }

    private void clicked(Point2D at, MouseEvent event) {
        int point = pane.pointNear(at.getX(), at.getY());
        if (pane.click(point, event) || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            pane.fit();
        } else if (point < 0) {
            pane.selectionProperty().set(PointSelection.NONE);
        }
    }

    private void hover(MouseEvent event) {
        Point2D at = pane.place(event);
        pane.hoveredProperty().set(pane.pointNear(at.getX(), at.getY()));
    }

    private void left() {
        if (doing == Doing.NOTHING) {
            pane.hoveredProperty().set(-1);
        }
    }

    private void typed(KeyEvent event) {
        if (pane.key(event) || (!event.isShortcutDown() && !event.isAltDown() && moves(event))) {
            event.consume();
        }
    }

    private boolean moves(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> pane.zoom(1.25);
            case MINUS, SUBTRACT -> pane.zoom(0.8);
            case DIGIT0, NUMPAD0 -> pane.fit();
            case LEFT -> shift(STEP, 0);
            case RIGHT -> shift(-STEP, 0);
            case UP -> shift(0, STEP);
            case DOWN -> shift(0, -STEP);
            case ESCAPE -> pane.selectionProperty().set(PointSelection.NONE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void shift(double right, double down) {
        pane.viewportProperty().set(pane.viewportProperty().get().panned(right, down));
    }

    /** The line being drawn around points. */
    void paint(Brush brush) {
        if (doing != Doing.SELECTING || lasso.isEmpty()) {
            return;
        }
        GraphicsContext g = brush.g();
        double[] xs = lasso.xs();
        double[] ys = lasso.ys();
        g.setFill(brush.color(Token.SELECTION_SOFT));
        g.fillPolygon(xs, ys, xs.length);
        g.setStroke(brush.color(Token.SELECTION));
        g.setLineWidth(1.5);
        g.strokePolygon(xs, ys, xs.length);
    }
}
