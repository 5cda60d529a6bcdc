package hourglass.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * What is wrong with the places of the labelled nodes below a root that is laid out: text cut short, nodes smaller than
 * they need, beyond the edge of what they stand in, or over one another. What one can scroll down to is not beyond.
 */
public final class LayoutFaults {
    private static final double TOLERANCE = 1.5;

    private final Node root;
    private final TreeSet<String> found = new TreeSet<>();
    private final List<Node> seen = new ArrayList<>();

    private LayoutFaults(Node root) {
        this.root = root;
    }

    /** All faults, each as one line; empty where all is well. */
    public static List<String> below(Parent root) {
        LayoutFaults faults = new LayoutFaults(root);
        faults.walk(root);
        faults.overlaps();
        return List.copyOf(faults.found);
    }

    private void walk(Node node) {
        // What is typed scrolls within its field.
        if (!node.isVisible() || node instanceof TextInputControl) {
            return;
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            sideways(scroll);
        }
        if (node instanceof Labeled labeled && saysSomething(labeled)) {
            seen.add(node);
            cut(labeled);
            squeezed(labeled);
            beyond(labeled);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
        if (node instanceof Labeled labeled && labeled.getGraphic() instanceof Parent graphic) {
            walk(graphic);
        }
    }

    /** Down one may scroll; what lies to the side is not found. */
    private void sideways(ScrollPane scroll) {
        double wide = scroll.getContent().getLayoutBounds().getWidth();
        if (wide > scroll.getViewportBounds().getWidth() + TOLERANCE) {
            found.add("sideways: " + scroll.getStyleClass());
        }
    }

    private static boolean saysSomething(Labeled labeled) {
        return !labeled.getText().isBlank() && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
    }

    private void cut(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && child != labeled.getGraphic()
                    && !shown(text).equals(plain(labeled.getText()))) {
                found.add("cut: " + name(labeled) + " to \"" + text.getText() + "\"");
            }
        }
    }

    private static String shown(Text text) {
        return plain(text.getText());
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private void squeezed(Region region) {
        double wide = region.minWidth(-1);
        double high = region.minHeight(region.getWidth());
        if (region.getWidth() < wide - TOLERANCE || region.getHeight() < high - TOLERANCE) {
            found.add("squeezed: " + name(region));
        }
    }

    private void beyond(Node node) {
        Node place = place(node);
        Bounds here = node.localToScene(node.getBoundsInLocal());
        Bounds room = place.localToScene(place.getLayoutBounds());
        if (here.getMinX() < room.getMinX() - TOLERANCE
                || here.getMinY() < room.getMinY() - TOLERANCE
                || here.getMaxX() > room.getMaxX() + TOLERANCE
                || here.getMaxY() > room.getMaxY() + TOLERANCE) {
            found.add("beyond: " + name(node));
        }
    }

    /** What it must lie in: the content that scrolls, or everything. */
    private Node place(Node node) {
        Node inner = node;
        for (Parent up = node.getParent(); up != null && inner != root; up = up.getParent()) {
            if (up instanceof ScrollPane scroll && scroll.getContent() != null) {
                return scroll.getContent();
            }
            inner = up;
        }
        return root;
    }

    private void overlaps() {
        for (int i = 0; i < seen.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(seen.get(i), seen.get(j))) {
                    found.add("over one another: " + name(seen.get(j)) + " and " + name(seen.get(i)));
                }
            }
        }
    }

    private boolean overlap(Node a, Node b) {
        if (place(a) != place(b) || isAbove(a, b) || isAbove(b, a)) {
            return false;
        }
        Bounds first = a.localToScene(a.getLayoutBounds());
        Bounds second = b.localToScene(b.getLayoutBounds());
        return Math.min(first.getMaxX(), second.getMaxX()) - Math.max(first.getMinX(), second.getMinX()) > TOLERANCE
                && Math.min(first.getMaxY(), second.getMaxY()) - Math.max(first.getMinY(), second.getMinY())
                        > TOLERANCE;
    }

    private static boolean isAbove(Node upper, Node lower) {
        for (Node up = lower; up != null; up = up.getParent()) {
            if (up == upper) {
                return true;
            }
        }
        return false;
    }

    private static String name(Node node) {
        String id = node.getId() == null ? "" : " #" + node.getId();
        String words = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        return node.getClass().getSimpleName() + id + words;
    }
}
