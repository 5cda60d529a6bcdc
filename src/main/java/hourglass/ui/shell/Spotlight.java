package hourglass.ui.shell;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;

/** A disc of light around the pointer while a key is held, so that a room sees where it is. */
final class Spotlight extends Circle {
    private static final KeyCode KEY = KeyCode.P;
    private static final double RADIUS = 120;
    private static final long REST_NANOS = 3_000_000_000L;

    private boolean held;
    private boolean moved;
    private long movedAt;

    Spotlight() {
        super(RADIUS);
        getStyleClass().add("spotlight");
        setManaged(false);
        setMouseTransparent(true);
        setViewOrder(-1);
        setVisible(false);
    }

    /** Follows the pointer and the key in this scene. */
    void attach(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::follow);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KEY && !event.isShortcutDown() && !isTyped(event.getTarget())) {
                hold(true);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KEY) {
                hold(false);
            }
        });
    }

    private static boolean isTyped(EventTarget target) {
        return target instanceof Node node && node.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private void hold(boolean now) {
        moved = moved || now != held;
        held = now;
        setVisible(held);
    }

    private void follow(MouseEvent event) {
        setCenterX(event.getSceneX());
        setCenterY(event.getSceneY());
        moved = true;
        setVisible(held);
    }

    /** Goes out where the pointer rests; at {@code now}, in nanoseconds. */
    void tick(long now) {
        if (moved) {
            moved = false;
            movedAt = now;
        } else if (isVisible() && now - movedAt > REST_NANOS) {
            setVisible(false);
        }
    }
}
