package hourglass.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/** Words and numbers as somebody finds them on the screen: by what stands above them and beside them. */
public final class Seen {
    private Seen() {}

    /** Every visible text in {@code root}, in the order of the scene. */
    public static List<String> texts(Node root) {
        return Painted.onWindowThread(
                () -> labels(root).stream().map(Labeled::getText).toList());
    }

    /** The number in the column under {@code heading} and in the row of {@code row}, as in a table. */
    public static String inTable(Node root, String heading, String row) {
        return Painted.onWindowThread(() -> {
            layOut(root);
            Bounds column = bounds(labelled(root, heading));
            Bounds line = bounds(labelled(root, row));
            return labels(root).stream()
                    .filter(each -> Math.abs(bounds(each).getMaxX() - column.getMaxX()) < 1.5)
                    .filter(each -> Math.abs(bounds(each).getCenterY() - line.getCenterY()) < 1.5)
                    .map(Labeled::getText)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing at " + row + " under " + heading));
        });
    }

    /** The text nearest below {@code heading} that begins where the heading begins. */
    public static String below(Node root, String heading) {
        return Painted.onWindowThread(() -> {
            layOut(root);
            Labeled head = labelled(root, heading);
            Bounds above = bounds(head);
            return labels(root).stream()
                    .filter(each -> each != head && Math.abs(bounds(each).getMinX() - above.getMinX()) < 1.5)
                    .filter(each -> bounds(each).getMinY() >= above.getMaxY() - 4)
                    .min(Comparator.comparingDouble(each -> bounds(each).getMinY()))
                    .map(Labeled::getText)
                    .orElseThrow(() -> new AssertionError("nothing below " + heading));
        });
    }

    /** The text nearest to the right of {@code name} in the same line. */
    public static String rightOf(Node root, String name) {
        return Painted.onWindowThread(() -> {
            layOut(root);
            Labeled before = labelled(root, name);
            Bounds left = bounds(before);
            return labels(root).stream()
                    .filter(each -> each != before && !each.getText().isEmpty())
                    .filter(each -> bounds(each).getMinX() >= left.getMaxX() - 1)
                    .filter(each -> Math.abs(bounds(each).getCenterY() - left.getCenterY()) < left.getHeight() / 2)
                    .min(Comparator.comparingDouble(each -> bounds(each).getMinX()))
                    .map(Labeled::getText)
                    .orElseThrow(() -> new AssertionError("nothing beside " + name));
        });
    }

    private static void layOut(Node root) {
        root.getScene().getRoot().applyCss();
        root.getScene().getRoot().layout();
    }

    private static Labeled labelled(Node root, String words) {
        return labels(root).stream()
                .filter(each -> each.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nowhere “" + words + "” in "
                        + labels(root).stream().map(Labeled::getText).toList()));
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static List<Labeled> labels(Node root) {
        List<Labeled> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Labeled> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labelled && labelled.getText() != null) {
            found.add(labelled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
