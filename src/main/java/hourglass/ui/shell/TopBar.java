package hourglass.ui.shell;

import hourglass.ui.kit.FittingLabel;
import hourglass.ui.kit.Messages;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Which network the view shows, on the left, and how the training stands, on the right. */
final class TopBar extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** Kept, or it would be forgotten with its listener. */
    private final BooleanBinding narrow;

    TopBar(ShellModel model) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        // Its width with all words must not keep the window from becoming as narrow as it is without them.
        setMinWidth(0);
        narrow = model.isNarrow();
        narrow.addListener((observed, before, now) -> pseudoClassStateChanged(NARROW, now));
        pseudoClassStateChanged(NARROW, narrow.get());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Node shown = only(model.presentingProperty().not(), new ShownBox(model));
        Node transport = only(model.presentingProperty().not(), new Transport(model));
        getChildren()
                .addAll(
                        shown,
                        only(model.presentingProperty(), name(model)),
                        space,
                        transport,
                        only(model.presentingProperty(), leave(model)));
    }

    /** Before a room the name in large letters and what it is. */
    private static Node name(ShellModel model) {
        Label title = new Label();
        title.getStyleClass().add("headline");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.textProperty().bind(model.networkTitleProperty());
        FittingLabel detail = new FittingLabel();
        detail.getStyleClass().add("soft");
        detail.wordingsProperty().bind(model.networkDetailsProperty());
        HBox box = new HBox(title, detail);
        box.getStyleClass().add("wide-row");
        box.setId("presented");
        return box;
    }

    private static Node leave(ShellModel model) {
        Button button = new Button(Messages.text("shell.present.leave"), KeysPane.cap("F11"));
        button.getStyleClass().add("flat");
        button.setId("leave");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.run(ShellCommand.PRESENT));
        return button;
    }

    private static Node only(BooleanExpression when, Node node) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
