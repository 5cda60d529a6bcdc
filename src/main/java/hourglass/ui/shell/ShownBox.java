package hourglass.ui.shell;

import hourglass.ui.kit.FittingLabel;
import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The network that the view shows, by name and in one line; opens the menu of all there are. */
final class ShownBox extends MenuButton {
    /** Beside its words: the arrow and the space around. */
    private static final double BESIDE = 3;

    private final ShellModel model;
    private boolean stale;

    ShownBox(ShellModel model) {
        this.model = model;
        getStyleClass().add("shown");
        setId("shown");
        setAccessibleText(Messages.text("shell.shown"));
        setMnemonicParsing(false);
        setGraphic(words());
        Tips.add(this, Messages.text("shell.shown.tip"), "Ctrl+L");
        model.networkEntries().addListener((ListChangeListener<NetworkEntry>) change -> fill());
        model.networkNoteProperty().addListener((observed, before, now) -> fill());
        model.keptChoices().addListener((ListChangeListener<KeptChoice>) change -> fill());
        model.bestTextProperty().addListener((observed, before, now) -> fill());
        model.sessionTextProperty().addListener((observed, before, now) -> fill());
        model.on(ShellCommand.LIST_SHIPPED, this::show);
        fill();
    }

    private Node words() {
        Label caption = label(Messages.text("shell.shown"), "shown-caption");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.visibleProperty().bind(model.isNarrow().not());
        caption.managedProperty().bind(caption.visibleProperty());
        Label title = label("", "network-title");
        title.textProperty().bind(model.networkTitleProperty());
        title.setWrapText(true);
        FittingLabel detail = new FittingLabel();
        detail.getStyleClass().add("network-detail");
        detail.wordingsProperty().bind(model.networkDetailsProperty());
        detail.visibleProperty().bind(model.roomProperty().greaterThan(ShellModel.TIGHT));
        detail.managedProperty().bind(detail.visibleProperty());
        VBox lines = new VBox(title, detail);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox box = new HBox(caption, lines);
        box.getStyleClass().add("shown-words");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        var width = widthProperty().subtract(model.emProperty().multiply(BESIDE));
        box.prefWidthProperty().bind(width);
        box.maxWidthProperty().bind(width);
        return box;
    }

    @Override
    public void show() {
        if (stale) {
            fill();
        }
        super.show();
    }

    /** Rows that are being read stay; the menu is filled anew before it is opened the next time. */
    private void fill() {
        stale = isShowing();
        if (stale) {
            return;
        }
        List<MenuItem> items = new ArrayList<>();
        String group = "";
        for (NetworkEntry entry : model.networkEntries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                items.add(read(group, "network-group"));
            }
            items.add(row(entry));
        }
        if (!group.equals(Messages.text("shell.networks.file"))) {
            items.add(read(Messages.text("shell.networks.file"), "network-group"));
        }
        items.addAll(files());
        String note = model.networkNoteProperty().get();
        if (!note.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(read(note, "network-line"));
        }
        getItems().setAll(items);
    }

    private List<MenuItem> files() {
        List<MenuItem> items = new ArrayList<>();
        items.add(command("open", Messages.text("shell.open"), Messages.text("shell.open.detail"), ShellCommand.OPEN));
        items.add(command("save", Messages.text("shell.save"), Messages.text("shell.save.detail"), ShellCommand.SAVE));
        if (model.enabledProperty(ShellCommand.SAVE_BEST).get()) {
            items.add(command(
                    "save-best",
                    model.bestTextProperty().get(),
                    Messages.text("shell.save.best.detail"),
                    ShellCommand.SAVE_BEST));
        }
        items.add(command(
                "save-session",
                Messages.text("session.save"),
                Messages.text("session.save.detail"),
                ShellCommand.SAVE_SESSION));
        if (!model.sessionTextProperty().get().isEmpty()) {
            MenuItem again = item(
                    Icons.OPEN.node(), model.sessionTextProperty().get(), Messages.text("session.last.detail"), "");
            again.setId("last-session");
            again.setOnAction(event -> model.openSession());
            items.add(again);
        }
        int kept = model.keptChoices().size();
        if (kept > 0) {
            MenuItem list =
                    item(Icons.OPEN.node(), Messages.text("kept.menu", kept), Messages.text("kept.menu.detail"), "");
            list.setId("kept-list");
            list.setOnAction(event -> model.keptShownProperty().set(true));
            items.add(list);
        }
        return items;
    }

    private MenuItem command(String id, String words, String detail, ShellCommand command) {
        Icons icon = command == ShellCommand.OPEN ? Icons.OPEN : Icons.SAVE;
        MenuItem item = item(icon.node(), words, detail, "");
        item.setId(id);
        item.setDisable(!model.enabledProperty(command).get());
        item.setOnAction(event -> model.run(command));
        return item;
    }

    private MenuItem row(NetworkEntry entry) {
        Node mark = entry.mark() == NetworkEntry.Mark.SHOWN ? Icons.CHECK.node() : new Region();
        MenuItem item = item(mark, entry.title(), entry.line(), entry.error());
        Tips.add(item.getGraphic(), entry.about());
        if (entry.group().equals(Messages.text("shell.networks.training"))) {
            HBox content = (HBox) item.getGraphic();
            Label error = (Label) content.getChildren().get(2);
            error.textProperty().bind(model.trainingErrorProperty());
        }
        item.setOnAction(event -> model.pick(entry.pick()));
        return item;
    }

    /** A line that is read and not picked; the keys pass over separators, whatever these show. */
    private static MenuItem read(String text, String style) {
        SeparatorMenuItem line = new SeparatorMenuItem();
        line.setContent(label(text, style));
        line.getStyleClass().add("network-note");
        return line;
    }

    private MenuItem item(Node mark, String title, String line, String error) {
        StackPane place = new StackPane(mark);
        place.getStyleClass().add("network-mark");
        VBox words = new VBox(label(title, "network-name"), label(line, "network-line"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label number = label(error, "network-error");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(place, words, number);
        content.getStyleClass().add("network-row");
        content.setAlignment(Pos.CENTER_LEFT);
        MenuItem item = new MenuItem("", content);
        item.getStyleClass().add("network-item");
        return item;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
