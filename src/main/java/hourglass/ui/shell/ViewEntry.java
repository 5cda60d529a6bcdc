package hourglass.ui.shell;

import hourglass.ui.kit.Icons;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A place in the window.
 *
 * @param id for tests and pictures, such as "train"
 * @param key its key, 1 … 9, which is its place among all views there are to be
 * @param icon its icon in the rail
 * @param title its one word in the rail
 * @param tip what one does there
 * @param node makes its content, once, when it is first shown
 */
public record ViewEntry(String id, int key, Icons icon, String title, String tip, Supplier<Node> node) {}
