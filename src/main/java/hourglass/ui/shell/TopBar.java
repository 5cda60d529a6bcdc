package hourglass.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Which network the view shows, on the left, and how the training stands, on the right. */
final class TopBar extends HBox {
    TopBar(ShellModel model) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        // Its width with all words must not keep the window from becoming as narrow as it is without them.
        setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(new ShownBox(model), space, new Transport(model));
    }
}
