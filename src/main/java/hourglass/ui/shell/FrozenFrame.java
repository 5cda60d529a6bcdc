package hourglass.ui.shell;

import hourglass.ui.kit.Messages;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/** What the window showed a moment ago, over everything, while keys and mouse already prepare the next thing below it. */
final class FrozenFrame extends Pane {
    private static final double MARGIN = 12;

    private final ImageView picture = new ImageView();
    private final Label note = new Label(Messages.text("shell.frozen"));

    FrozenFrame(ShellModel model) {
        setId("frozen");
        setManaged(false);
        setMouseTransparent(true);
        setViewOrder(-3);
        setVisible(false);
        note.getStyleClass().add("toast");
        getChildren().addAll(picture, note);
        model.frozenProperty().addListener((observed, before, now) -> freeze(now));
    }

    private void freeze(Boolean now) {
        Parent frame = getParent();
        if (now && frame != null) {
            picture.setImage(frame.snapshot(null, null));
            note.applyCss();
            note.autosize();
            note.relocate(frame.getLayoutBounds().getWidth() - note.getWidth() - MARGIN, MARGIN);
        } else {
            picture.setImage(null);
        }
        setVisible(now);
    }
}
