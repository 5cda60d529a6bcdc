package hourglass.ui.shell;

import hourglass.ui.kit.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys of the window in two columns, over the view. */
final class KeysPane extends StackPane {
    private static final int ROWS = 12;

    private final GridPane keys = new GridPane();
    private int count;

    KeysPane(ShellModel model, List<ViewEntry> views) {
        setId("keys");
        getStyleClass().add("keys-pane");
        keys.getStyleClass().add("keys");
        views.forEach(view -> row(Integer.toString(view.key()), view.title()));
        row(Messages.text("key.space"), Messages.text("keys.train"));
        row("S", Messages.text("keys.step"));
        row("X", Messages.text("keys.stop"));
        row("R", Messages.text("keys.restart"));
        row("N", Messages.text("keys.restart-new"));
        row("Ctrl L", Messages.text("keys.networks"));
        row("Ctrl O", Messages.text("keys.open"));
        row("Ctrl S", Messages.text("keys.save"));
        row("Ctrl E", Messages.text("keys.save-session"));
        row("Ctrl + −", Messages.text("keys.text"));
        row("Ctrl Z", Messages.text("keys.undo"));
        row("Ctrl Shift Z", Messages.text("keys.redo"));
        row("Ctrl K", Messages.text("keys.find"));
        row("Ctrl I", Messages.text("keys.own"));
        row("Ctrl V", Messages.text("keys.paste"));
        row("F8", Messages.text("keys.freeze"));
        row("F9", Messages.text("keys.input"));
        row("F11", Messages.text("keys.present"));
        row("L", Messages.text("keys.lesson"));
        row("P", Messages.text("keys.spotlight"));
        row("F1", Messages.text("keys.explain"));
        row("?", Messages.text("keys.keys"));
        Label title = new Label(Messages.text("keys.title"));
        title.getStyleClass().add("headline");
        ScrollPane scroll = new ScrollPane(keys);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("keys-scroll");
        VBox box = new VBox(title, scroll);
        box.getStyleClass().add("keys-box");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        visibleProperty().bind(model.keysShownProperty());
        managedProperty().bind(visibleProperty());
        setOnMouseClicked(event -> model.run(ShellCommand.SHOW_KEYS));
    }

    private void row(String key, String words) {
        Label what = new Label(words);
        what.setMinWidth(USE_PREF_SIZE);
        int column = count / ROWS * 2;
        keys.add(cap(key), column, count % ROWS);
        keys.add(what, column + 1, count % ROWS);
        count++;
    }

    /** A key as it looks on the keyboard. */
    static Node cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(USE_PREF_SIZE);
        return cap;
    }
}
