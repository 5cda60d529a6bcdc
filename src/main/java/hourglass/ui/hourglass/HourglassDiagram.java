package hourglass.ui.hourglass;

import hourglass.ui.hourglass.HourglassGeometry.Part;
import hourglass.ui.hourglass.HourglassGeometry.Spot;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Messages;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** The network drawn as an hourglass and edited by mouse or keys; a change on one side happens on the other too. */
public final class HourglassDiagram extends CanvasPane {
    private final HourglassModel model;
    private @Nullable Spot hovered;
    private double pressedY;
    private int pressedNeurons;

    /** Draws and edits {@code model}. */
    public HourglassDiagram(Appearance appearance, HourglassModel model) {
        super(appearance);
        this.model = model;
        getStyleClass().add("hourglass-diagram");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Messages.text("hourglass.tip"));
        setPrefSize(480, 280);
        setMinSize(280, 164);
        model.shapeProperty().addListener((observed, before, now) -> repaint());
        model.selectedProperty().addListener((observed, before, now) -> repaint());
        model.editableProperty().addListener((observed, before, now) -> repaint());
        listen();
    }

    private void listen() {
        setOnMouseMoved(event -> hover(spotAt(event)));
        setOnMouseExited(event -> hover(null));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnScroll(this::scrolled);
        setOnKeyPressed(this::key);
    }

    @Override
    protected void paint(Brush brush) {
        boolean editable = model.editableProperty().get();
        int selected = editable ? model.selectedProperty().get() : -1;
        HourglassPainter painter = new HourglassPainter(brush, model.shape(), selected, editable ? hovered : null);
        painter.paintShape();
        if (editable) {
            painter.paintButtons();
        }
    }

    private @Nullable Spot spotAt(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        HourglassGeometry place = new HourglassGeometry(model.shape(), paintWidth(), paintHeight(), em());
        return place.at(point.getX(), point.getY(), model.selectedProperty().get(), em())
                .orElse(null);
    }

    private void hover(@Nullable Spot spot) {
        hovered = spot;
        boolean layer = spot != null && spot.part() == Part.LAYER;
        boolean resizable = layer && spot != null && model.shape().canResize(spot.layer());
        Cursor over = spot == null ? Cursor.DEFAULT : resizable ? Cursor.V_RESIZE : Cursor.HAND;
        setCursor(model.editableProperty().get() ? over : Cursor.DEFAULT);
        repaint();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        Spot spot = spotAt(event);
        if (spot == null || !model.editableProperty().get()) {
            return;
        }
        pressedY = event.getSceneY();
        pressedNeurons = model.shape().neurons(spot.layer());
        act(spot);
        hover(spotAt(event));
        event.consume();
    }

    private void act(Spot spot) {
        switch (spot.part()) {
            case LAYER -> model.selectedProperty().set(spot.layer());
            case INSERT -> model.insertAfter(spot.layer());
            case LESS -> model.edit(shape -> shape.smaller(spot.layer()));
            case MORE -> model.edit(shape -> shape.larger(spot.layer()));
            case REMOVE -> model.edit(shape -> shape.remove(spot.layer()));
        }
    }

    private void dragged(MouseEvent event) {
        if (hovered == null || hovered.part() != Part.LAYER) {
            return;
        }
        // Exponential, so that a hand's width covers 2 as well as 4 096 neurons.
        double factor = Math.exp((pressedY - event.getSceneY()) / 60);
        int layer = hovered.layer();
        model.edit(shape -> shape.resize(layer, (int) Math.round(pressedNeurons * factor)));
    }

    private void scrolled(ScrollEvent event) {
        Spot spot = hovered;
        if (spot == null || spot.part() != Part.LAYER || event.getDeltaY() == 0) {
            return;
        }
        model.selectedProperty().set(spot.layer());
        resize(event.getDeltaY() > 0 ? Part.MORE : Part.LESS);
        event.consume();
    }

    private void resize(Part direction) {
        int layer = model.selectedProperty().get();
        model.edit(shape -> direction == Part.MORE ? shape.larger(layer) : shape.smaller(layer));
    }

    private void nudge(int neurons) {
        int layer = model.selectedProperty().get();
        model.edit(shape -> shape.resize(layer, shape.neurons(layer) + neurons));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int layer = model.selectedProperty().get();
        boolean handled = true;
        switch (event.getCode()) {
            case LEFT -> model.moveSelection(-1);
            case RIGHT -> model.moveSelection(1);
            case UP -> step(event, Part.MORE);
            case DOWN -> step(event, Part.LESS);
            case INSERT, PLUS, EQUALS, ADD ->
                model.insertAfter(Math.min(layer, model.shape().layerCount() - 2));
            case DELETE, BACK_SPACE, MINUS, SUBTRACT -> model.edit(shape -> shape.remove(layer));
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void step(KeyEvent event, Part direction) {
        if (event.isShiftDown()) {
            nudge(direction == Part.MORE ? 1 : -1);
        } else {
            resize(direction);
        }
    }
}
