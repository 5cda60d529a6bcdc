package hourglass.ui.shell;

import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Menus;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which network this is, the transport, how far and how fast it is, and its files. */
final class TopBar extends HBox {
    /** Below this width, in parts of the text size, the file buttons show their icons only. */
    private static final double WIDE = 96;

    private final ShellModel model;
    private final BooleanProperty wide = new SimpleBooleanProperty(this, "wide", true);

    TopBar(ShellModel model) {
        this.model = model;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        // Its width with all words must not keep the window from becoming as narrow as it is without them.
        setMinWidth(0);
        getChildren().addAll(network(), transport(), bar(), progress(), rate(), bar(), files());
    }

    private static Node bar() {
        return new Separator(Orientation.VERTICAL);
    }

    private Node network() {
        Label title = new Label();
        title.getStyleClass().add("network-title");
        title.textProperty().bind(model.networkTitleProperty());
        Label detail = new Label();
        detail.getStyleClass().add("network-detail");
        detail.textProperty().bind(model.networkDetailProperty());
        VBox box = new VBox(title, detail);
        box.getStyleClass().add("network");
        for (Label label : new Label[] {title, detail}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        Tips.follow(detail, model.networkDetailProperty());
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node transport() {
        HBox box = new HBox(
                primary(),
                fromScratch(),
                icon(ShellCommand.STEP, Icons.STEP, Messages.text("shell.step"), Messages.text("shell.step.tip"), "S"),
                icon(ShellCommand.STOP, Icons.STOP, Messages.text("shell.stop"), Messages.text("shell.stop.tip"), "X"),
                restart(),
                icon(
                        ShellCommand.RESTART_NEW,
                        Icons.RESTART_NEW,
                        Messages.text("shell.restart-new"),
                        Messages.text("shell.restart-new.tip"),
                        "N"));
        box.getStyleClass().add("tools");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** Beside going on, so that nothing learnt is lost by a button that could mean both. */
    private Button fromScratch() {
        Button button = wired(
                new Button(Messages.text("shell.from-scratch")),
                ShellCommand.RESTART_SAME,
                Messages.text("shell.from-scratch.tip"),
                "R");
        button.setId("from-scratch");
        button.visibleProperty().bind(model.continuableProperty());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Button restart() {
        Button button = icon(
                ShellCommand.RESTART_SAME,
                Icons.RESTART,
                Messages.text("shell.restart"),
                Messages.text("shell.restart.tip"),
                "R");
        button.visibleProperty().bind(model.continuableProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Button primary() {
        Button button = new Button();
        button.getStyleClass().addAll("accent", "primary");
        button.setId("toggle-training");
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        this::primaryWord,
                        model.runningProperty(),
                        model.pausedProperty(),
                        model.continuableProperty()));
        button.graphicProperty()
                .bind(model.runningProperty().map(running -> (running ? Icons.PAUSE : Icons.PLAY).node()));
        return wired(
                button, ShellCommand.TOGGLE_TRAINING, Messages.text("shell.train.tip"), Messages.text("key.space"));
    }

    private String primaryWord() {
        if (model.runningProperty().get()) {
            return Messages.text("shell.pause");
        }
        return model.pausedProperty().get() || model.continuableProperty().get()
                ? Messages.text("shell.continue")
                : Messages.text("shell.train");
    }

    private Button icon(ShellCommand command, Icons icon, String name, String tip, String key) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(name);
        return wired(button, command, tip, key);
    }

    private Button wired(Button button, ShellCommand command, String tip, String key) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.enabledProperty(command).not());
        button.setOnAction(event -> model.run(command));
        Tips.add(button, tip, key);
        return button;
    }

    private Node progress() {
        Label epoch = new Label();
        epoch.getStyleClass().add("epoch");
        epoch.setMinWidth(Region.USE_PREF_SIZE);
        epoch.textProperty().bind(model.epochTextProperty());
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        Hyperlink show = new Hyperlink(Messages.text("shell.elsewhere.show"));
        show.setId("show-training");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(event -> model.run(ShellCommand.SHOW_TRAINING));
        show.visibleProperty().bind(model.elsewhereProperty());
        show.managedProperty().bind(show.visibleProperty());
        Tips.add(show, Messages.text("shell.elsewhere.show.tip"));
        HBox words = new HBox(epoch, show);
        words.setAlignment(Pos.BASELINE_LEFT);
        Label other = new Label();
        other.setMinWidth(Region.USE_PREF_SIZE);
        other.textProperty().bind(model.elsewhereTextProperty());
        other.visibleProperty().bind(model.elsewhereProperty());
        other.managedProperty().bind(other.visibleProperty());
        // The name of another network needs the line of the bar.
        bar.visibleProperty().bind(model.elsewhereProperty().not());
        bar.managedProperty().bind(bar.visibleProperty());
        VBox box = new VBox(other, words, bar);
        box.getStyleClass().add("progress");
        box.setAlignment(Pos.CENTER_LEFT);
        Tips.add(box, Messages.text("shell.progress.tip"));
        return box;
    }

    private Node rate() {
        Label number = new Label();
        number.getStyleClass().add("rate-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.textProperty().bind(model.rateTextProperty());
        Label unit = new Label(Messages.text("shell.rate"));
        unit.getStyleClass().add("rate-unit");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(number, unit);
        box.getStyleClass().add("rate");
        // At rest there is none, and beside the name of a network that trains elsewhere no room for it.
        box.visibleProperty()
                .bind(model.elsewhereProperty().or(model.continuableProperty()).not());
        box.managedProperty().bind(box.visibleProperty());
        box.setAlignment(Pos.CENTER_RIGHT);
        Tips.add(box, Messages.text("shell.rate.tip"));
        return box;
    }

    private Node files() {
        Button open = wired(
                fitting(new Button(Messages.text("shell.open"), Icons.OPEN.node())),
                ShellCommand.OPEN,
                Messages.text("shell.open.tip"),
                "Ctrl+O");
        HBox box = new HBox(shipped(), open, save(), export());
        box.getStyleClass().add("tools");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private MenuButton save() {
        MenuButton menu = fitting(new MenuButton(Messages.text("shell.save"), Icons.SAVE.node()));
        menu.getStyleClass().add("no-arrow");
        menu.setId("save");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.disableProperty().bind(model.enabledProperty(ShellCommand.SAVE).not());
        Tips.add(menu, Messages.text("shell.save.tip"), "Ctrl+S");
        MenuItem last = new MenuItem(Messages.text("shell.save.last"));
        last.setOnAction(event -> model.run(ShellCommand.SAVE));
        MenuItem best = new MenuItem();
        best.textProperty().bind(model.bestTextProperty());
        best.disableProperty()
                .bind(model.enabledProperty(ShellCommand.SAVE_BEST).not());
        best.setOnAction(event -> model.run(ShellCommand.SAVE_BEST));
        menu.getItems().setAll(last, best);
        return menu;
    }

    private MenuButton export() {
        MenuButton menu = fitting(new MenuButton(Messages.text("shell.export"), Icons.EXPORT.node()));
        menu.getStyleClass().add("no-arrow");
        menu.setId("export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(menu, Messages.text("shell.export.tip"));
        Menus.follow(menu, model.exportChoices());
        return menu;
    }

    private MenuButton shipped() {
        MenuButton menu = fitting(new MenuButton(Messages.text("shell.shipped"), Icons.SHIPPED.node()));
        menu.getStyleClass().add("no-arrow");
        menu.setId("shipped");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Tips.add(menu, Messages.text("shell.shipped.tip"), "Ctrl+L");
        NetworkMenu.follow(menu, model);
        model.on(ShellCommand.LIST_SHIPPED, menu::show);
        return menu;
    }

    private void fit(Labeled button) {
        wide.set(getWidth() >= WIDE * button.getFont().getSize());
        button.setContentDisplay(wide.get() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }

    private <B extends Labeled> B fitting(B button) {
        button.getStyleClass().add("flat");
        widthProperty().addListener((observed, before, now) -> fit(button));
        button.fontProperty().addListener((observed, before, now) -> fit(button));
        return button;
    }
}
