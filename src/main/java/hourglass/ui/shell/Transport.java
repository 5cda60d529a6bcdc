package hourglass.ui.shell;

import hourglass.ui.kit.Icons;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Tips;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/**
 * How the training stands and what one can ask of it. Folded to one outlined button where nothing trains and the view is
 * not Train; where another network than the one shown trains, a line that leads to it.
 */
final class Transport extends HBox {
    private final ShellModel model;
    private final BooleanBinding active;
    private final BooleanBinding open;

    Transport(ShellModel model) {
        this.model = model;
        active = model.runningProperty().or(model.pausedProperty());
        open = active.or(model.atTrainProperty()).and(model.elsewhereProperty().not());
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_RIGHT);
        BooleanBinding roomy = model.roomProperty().greaterThan(ShellModel.TIGHT);
        BooleanBinding train = open.and(model.atTrainProperty());
        BooleanBinding goesOn = model.continuableProperty().and(active.not());
        getChildren()
                .addAll(
                        only(open.and(model.roomProperty().greaterThan(ShellModel.SMALL)), facts()),
                        only(model.elsewhereProperty(), chip()),
                        primary(),
                        only(open.and(goesOn), fromScratch()),
                        only(
                                open.and(roomy),
                                icon(
                                        ShellCommand.STEP,
                                        Icons.STEP,
                                        Messages.text("shell.step"),
                                        Messages.text("shell.step.tip"),
                                        "S")),
                        only(
                                open.and(active).and(roomy),
                                icon(
                                        ShellCommand.STOP,
                                        Icons.STOP,
                                        Messages.text("shell.stop"),
                                        Messages.text("shell.stop.tip"),
                                        "X")),
                        only(
                                train.and(goesOn.not()).and(roomy),
                                icon(
                                        ShellCommand.RESTART_SAME,
                                        Icons.RESTART,
                                        Messages.text("shell.restart"),
                                        Messages.text("shell.restart.tip"),
                                        "R")),
                        only(
                                train.and(roomy),
                                icon(
                                        ShellCommand.RESTART_NEW,
                                        Icons.RESTART_NEW,
                                        Messages.text("shell.restart-new"),
                                        Messages.text("shell.restart-new.tip"),
                                        "N")));
    }

    private static Node only(BooleanExpression when, Node node) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private Node facts() {
        Label epoch = label("epoch", model.epochTextProperty());
        Label rate = label("rate", model.rateTextProperty().map(number -> number + " " + Messages.text("shell.rate")));
        only(model.runningProperty().and(model.isNarrow().not()), rate);
        Tips.add(rate, Messages.text("shell.rate.tip"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(epoch, space, rate);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progressProperty());
        VBox box = new VBox(line, bar);
        box.getStyleClass().add("progress");
        box.setAlignment(Pos.CENTER_LEFT);
        Tips.add(box, Messages.text("shell.progress.tip"));
        return box;
    }

    private static Label label(String style, ObservableValue<String> text) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        return label;
    }

    /** "● Your network is training, epoch 3 of 10: show it". */
    private Node chip() {
        Circle dot = new Circle(4);
        dot.getStyleClass().add("training-dot");
        Label name = label("elsewhere-name", model.elsewhereTextProperty());
        only(model.isNarrow().not(), name);
        Label epoch = label("elsewhere-epoch", model.epochTextProperty());
        only(model.roomProperty().greaterThan(ShellModel.TIGHT), epoch);
        Hyperlink show = new Hyperlink(Messages.text("shell.elsewhere.show"));
        show.setId("show-training");
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(event -> model.run(ShellCommand.SHOW_TRAINING));
        Tips.add(show, Messages.text("shell.elsewhere.show.tip"));
        HBox box = new HBox(dot, name, epoch, show);
        box.getStyleClass().add("chip-line");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Button primary() {
        Button button = new Button();
        button.getStyleClass().add("primary");
        button.setId("toggle-training");
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        this::primaryWord,
                        model.runningProperty(),
                        model.pausedProperty(),
                        model.continuableProperty()));
        button.graphicProperty()
                .bind(model.runningProperty().map(running -> (running ? Icons.PAUSE : Icons.PLAY).node()));
        button.contentDisplayProperty()
                .bind(model.elsewhereProperty()
                        .map(other -> other ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        button.accessibleTextProperty().bind(button.textProperty());
        Stream.of(model.atTrainProperty(), model.elsewhereProperty())
                .forEach((Observable each) -> each.addListener(observed -> dress(button)));
        dress(button);
        return wired(
                button, ShellCommand.TOGGLE_TRAINING, Messages.text("shell.train.tip"), Messages.text("key.space"));
    }

    /** Amber where training is what the view is for; elsewhere the view has an action of its own. */
    private void dress(Button button) {
        button.getStyleClass().removeAll("accent", "outlined", "flat", "button-icon");
        if (model.elsewhereProperty().get()) {
            button.getStyleClass().addAll("flat", "button-icon");
        } else {
            button.getStyleClass().add(model.atTrainProperty().get() ? "accent" : "outlined");
        }
    }

    private String primaryWord() {
        if (model.runningProperty().get()) {
            return Messages.text("shell.pause");
        }
        return model.pausedProperty().get() || model.continuableProperty().get()
                ? Messages.text("shell.continue")
                : Messages.text("shell.train");
    }

    /** Beside going on, so that nothing learnt is lost by a button that could mean both. */
    private Button fromScratch() {
        Button button = wired(
                new Button(Messages.text("shell.from-scratch")),
                ShellCommand.RESTART_SAME,
                Messages.text("shell.from-scratch.tip"),
                "R");
        button.getStyleClass().add("outlined");
        button.setId("from-scratch");
        return button;
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
}
