package hourglass.ui.lesson;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A soft ring around what is asked about: two pulses, then it stands still for a moment, then it goes. */
public final class LessonRing extends Region {
    private static final double MARGIN = 8;
    private static final double PULSE_NANOS = 9e8;
    private static final double LIFE_NANOS = 5e9;

    private long since = -1;
    private boolean asked;

    /** Shown nowhere yet. */
    public LessonRing() {
        getStyleClass().add("lesson-ring");
        setManaged(false);
        setMouseTransparent(true);
        setViewOrder(-1);
        setVisible(false);
    }

    /** Goes around a node of the same window. */
    public void around(Node node) {
        Bounds place = getParent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        Bounds room = getParent().getLayoutBounds();
        // Beyond the window, and over the strip below it, nobody sees it.
        double left = Math.max(place.getMinX() - MARGIN, room.getMinX() + MARGIN);
        double top = Math.max(place.getMinY() - MARGIN, room.getMinY() + MARGIN);
        double right = Math.min(place.getMaxX() + MARGIN, room.getMaxX() - MARGIN);
        double bottom = Math.min(place.getMaxY() + MARGIN, room.getMaxY() - MARGIN);
        resizeRelocate(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
        asked = true;
        setVisible(true);
    }

    /** Pulses and goes, at {@code now} in nanoseconds. */
    public void tick(long now) {
        if (asked) {
            asked = false;
            since = now;
        }
        if (!isVisible()) {
            return;
        }
        double age = now - since;
        setVisible(age < LIFE_NANOS);
        setOpacity(opacity(age));
    }

    /** Twice from strong to weak and back, then strong, then fading in the last second. */
    static double opacity(double age) {
        if (age < 2 * PULSE_NANOS) {
            return 0.65 + 0.35 * Math.cos(2 * Math.PI * age / PULSE_NANOS);
        }
        return Math.max(0, Math.min(1, (LIFE_NANOS - age) / 1e9));
    }
}
