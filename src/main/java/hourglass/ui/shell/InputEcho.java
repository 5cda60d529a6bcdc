package hourglass.ui.shell;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/** Pressed keys in words and clicks as rings, on request, so that a room can follow what the leader does. */
final class InputEcho extends Pane {
    private static final double RING = 28;
    private static final double MARGIN = 24;
    private static final long REST_NANOS = 1_500_000_000L;

    private final ShellModel model;
    private final Label keys = new Label();
    private final Circle ring = new Circle(RING);
    private boolean fresh;
    private long shownAt;

    InputEcho(ShellModel model) {
        this.model = model;
        setId("input-echo");
        setManaged(false);
        setMouseTransparent(true);
        setViewOrder(-2);
        keys.getStyleClass().addAll("toast", "input-keys");
        ring.getStyleClass().add("input-ring");
        getChildren().addAll(ring, keys);
        clear();
    }

    /** Follows what is pressed in this scene. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
    }

    private void pressed(KeyEvent event) {
        if (!model.inputShownProperty().get() || event.getCode().isModifierKey()) {
            return;
        }
        keys.setText(words(event));
        keys.setVisible(true);
        keys.applyCss();
        keys.autosize();
        keys.relocate(
                (getScene().getWidth() - keys.getWidth()) / 2, getScene().getHeight() - keys.getHeight() - 2 * MARGIN);
        fresh = true;
    }

    /** As it stands in the list of keys. */
    private static String words(KeyEvent event) {
        StringBuilder words = new StringBuilder();
        words.append(event.isControlDown() ? "Ctrl " : "");
        words.append(event.isAltDown() ? "Alt " : "");
        words.append(event.isShiftDown() ? "Shift " : "");
        String name =
                event.getCode() == KeyCode.ESCAPE ? "Esc" : event.getCode().getName();
        return words + (name.length() == 1 ? name.toUpperCase(Locale.ROOT) : name);
    }

    private void clicked(MouseEvent event) {
        if (model.inputShownProperty().get()) {
            ring.setCenterX(event.getSceneX());
            ring.setCenterY(event.getSceneY());
            ring.setVisible(true);
            fresh = true;
        }
    }

    private void clear() {
        keys.setVisible(false);
        ring.setVisible(false);
    }

    /** Lets it go after a moment; at {@code now}, in nanoseconds. */
    void tick(long now) {
        if (fresh) {
            fresh = false;
            shownAt = now;
        } else if (now - shownAt > REST_NANOS) {
            clear();
        }
    }
}
