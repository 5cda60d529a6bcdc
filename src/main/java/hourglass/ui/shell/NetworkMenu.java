package hourglass.ui.shell;

import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** Fills a menu with networks, each with its name, its purpose and its facts. */
final class NetworkMenu {
    private NetworkMenu() {}

    static void follow(MenuButton menu, ShellModel model) {
        model.networkEntries().addListener((ListChangeListener<NetworkEntry>) change -> fill(menu, model));
        model.networkNoteProperty().addListener((observed, before, now) -> fill(menu, model));
        model.keptChoices().addListener((ListChangeListener<KeptChoice>) change -> fill(menu, model));
        fill(menu, model);
    }

    private static void fill(MenuButton menu, ShellModel model) {
        List<MenuItem> items = new ArrayList<>();
        String group = "";
        for (NetworkEntry entry : model.networkEntries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                items.add(words(group, "network-group"));
            }
            items.add(item(entry, model));
        }
        String note = model.networkNoteProperty().get();
        if (!note.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(words(note, "network-facts"));
        }
        int kept = model.keptChoices().size();
        if (kept > 0) {
            MenuItem list = new MenuItem(Messages.text("kept.menu", kept));
            list.setId("kept-list");
            list.setOnAction(event -> model.keptShownProperty().set(true));
            items.add(new SeparatorMenuItem());
            items.add(list);
        }
        menu.getItems().setAll(items);
        menu.setDisable(items.isEmpty());
    }

    /** A line that is read and not picked; the keys pass over separators, whatever these show. */
    private static MenuItem words(String text, String style) {
        SeparatorMenuItem line = new SeparatorMenuItem();
        line.setContent(label(text, style));
        line.getStyleClass().add("network-note");
        return line;
    }

    private static MenuItem item(NetworkEntry entry, ShellModel model) {
        Label title = label(entry.title(), "network-name");
        if (entry.mark() == NetworkEntry.Mark.SHOWN) {
            title.setGraphic(Icons.CHECK.node());
        }
        VBox words = new VBox(title);
        words.getStyleClass().add("network-choice");
        if (!entry.purpose().isEmpty()) {
            words.getChildren().add(label(entry.purpose(), "network-purpose"));
        }
        if (!entry.facts().isEmpty()) {
            words.getChildren().add(label(entry.facts(), "network-facts"));
        }
        MenuItem item = new MenuItem("", words);
        item.getStyleClass().add("network-item");
        item.setOnAction(event -> model.pick(entry.pick()));
        return item;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
