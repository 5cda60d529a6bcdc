package hourglass.ui.shell;

import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
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
        model.networkChoices().addListener((ListChangeListener<NetworkChoice>) change -> fill(menu, model));
        model.networkNoteProperty().addListener((observed, before, now) -> fill(menu, model));
        model.keptChoices().addListener((ListChangeListener<KeptChoice>) change -> fill(menu, model));
        fill(menu, model);
    }

    private static void fill(MenuButton menu, ShellModel model) {
        menu.getItems()
                .setAll(model.networkChoices().stream().map(NetworkMenu::item).toList());
        String note = model.networkNoteProperty().get();
        if (!note.isEmpty()) {
            MenuItem line = new MenuItem("", label(note, "network-facts"));
            line.getStyleClass().add("network-note");
            line.setDisable(true);
            menu.getItems().addAll(new SeparatorMenuItem(), line);
        }
        int kept = model.keptChoices().size();
        if (kept > 0) {
            MenuItem list = new MenuItem(Messages.text("kept.menu", kept));
            list.setId("kept-list");
            list.setOnAction(event -> model.keptShownProperty().set(true));
            menu.getItems().addAll(new SeparatorMenuItem(), list);
        }
        menu.setDisable(menu.getItems().isEmpty());
    }

    private static MenuItem item(NetworkChoice choice) {
        Label title = label(choice.title(), "network-name");
        if (choice.mark() == NetworkChoice.Mark.SHOWN) {
            title.setGraphic(Icons.CHECK.node());
        }
        VBox words = new VBox(title, label(choice.purpose(), "network-purpose"));
        words.getStyleClass().add("network-choice");
        if (!choice.facts().isEmpty()) {
            words.getChildren().add(label(choice.facts(), "network-facts"));
        }
        MenuItem item = new MenuItem("", words);
        item.getStyleClass().add("network-item");
        item.setOnAction(event -> choice.open().run());
        return item;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
