package hourglass.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips that teach: a sentence or two, shown soon and for long enough to be read aloud. */
public final class Tips {
    private Tips() {}

    /** Explains {@code node} with {@code text}. */
    public static void add(Node node, String text) {
        Tooltip.install(node, tooltip(text));
        if (node.getAccessibleHelp() == null) {
            node.setAccessibleHelp(text);
        }
    }

    /** Repeats {@code text} in full, for words that may not have room. */
    public static void follow(Node node, ObservableValue<String> text) {
        Tooltip tip = tooltip("");
        tip.textProperty().bind(text);
        Tooltip.install(node, tip);
    }

    private static Tooltip tooltip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setShowDelay(Duration.millis(300));
        tip.setShowDuration(Duration.seconds(60));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        return tip;
    }

    /** Explains {@code node} with {@code text} and names the key that does the same. */
    public static void add(Node node, String text, String key) {
        add(node, Messages.text("tip.with-key", text, key));
    }
}
