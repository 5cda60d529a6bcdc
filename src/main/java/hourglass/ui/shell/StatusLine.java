package hourglass.ui.shell;

import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Menus;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The data in use, the last message, and what the machine is doing. */
final class StatusLine extends HBox {
    StatusLine(ShellModel model) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Label message = new Label();
        message.getStyleClass().add("message");
        message.textProperty().bind(model.messageProperty());
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        Tips.follow(message, model.messageProperty());
        HBox.setHgrow(message, Priority.ALWAYS);
        getChildren()
                .addAll(
                        dataMenu(model),
                        message,
                        figure(Icons.PROCESSOR, model.threadsTextProperty(), Messages.text("status.threads.tip")),
                        figure(Icons.MEMORY, model.memoryTextProperty(), Messages.text("status.memory.tip")),
                        heartbeat(model),
                        hint(model, "Ctrl K", Messages.text("status.find"), ShellCommand.FIND),
                        hint(model, "?", Messages.text("status.keys"), ShellCommand.SHOW_KEYS),
                        hint(model, "F11", Messages.text("status.present"), ShellCommand.PRESENT));
        // What the machine does is for those who measure it.
        for (Node node : lookupAll(".figure")) {
            node.visibleProperty().bind(model.heartbeatTextProperty().isNotEmpty());
            node.managedProperty().bind(node.visibleProperty());
        }
        visibleProperty().bind(model.isNarrow().or(model.lessonShownProperty()).not());
        managedProperty().bind(visibleProperty());
    }

    private static Button hint(ShellModel model, String key, String words, ShellCommand command) {
        Button button = new Button(words, KeysPane.cap(key));
        button.getStyleClass().addAll("flat", "hint");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.run(command));
        return button;
    }

    private static MenuButton dataMenu(ShellModel model) {
        MenuButton menu = new MenuButton("", Icons.DATABASE.node());
        menu.getStyleClass().add("flat");
        menu.setId("data-menu");
        menu.setMnemonicParsing(false);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.textProperty().bind(model.dataTextProperty());
        Tips.add(menu, Messages.text("status.data.tip"));
        Menus.follow(menu, model.dataChoices());
        return menu;
    }

    private static Label figure(Icons icon, ObservableValue<String> text, String tip) {
        Label label = new Label("", icon.node());
        label.getStyleClass().add("figure");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        Tips.add(label, tip);
        return label;
    }

    private static ToggleButton heartbeat(ShellModel model) {
        ToggleButton button = new ToggleButton("", Icons.HEARTBEAT.node());
        button.getStyleClass().addAll("flat", "heartbeat");
        button.setAccessibleText(Messages.text("status.heartbeat"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(model.heartbeatTextProperty());
        button.setOnAction(event -> model.run(ShellCommand.TOGGLE_HEARTBEAT));
        model.heartbeatTextProperty().addListener((observed, before, now) -> button.setSelected(!now.isEmpty()));
        Tips.add(button, Messages.text("status.heartbeat.tip"));
        return button;
    }
}
