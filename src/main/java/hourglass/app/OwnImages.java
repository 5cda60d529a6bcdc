package hourglass.app;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Messages;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.pictures.OwnImagePane;
import hourglass.ui.shell.ShellCommand;
import hourglass.ui.shell.ShellModel;
import hourglass.ui.shell.ShellView;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** An image of one's own in the window: from any view, by key, clipboard, file and drop. */
final class OwnImages {
    private final OwnImageModel model;

    OwnImages(Services services, Executor window) {
        model = new OwnImageModel(
                services.showcase, () -> services.data.state().data().test(), services.io, window);
    }

    OwnImageModel model() {
        return model;
    }

    /** Puts the pane over the views. */
    void attach(ShellView view, ShellModel shell, Appearance appearance, Stage stage) {
        view.overViews(new OwnImagePane(model, appearance, () -> choose(stage)));
        shell.ownShownProperty().bindBidirectional(model.shownProperty());
        shell.on(ShellCommand.OWN_IMAGE, () -> model.shownProperty()
                .set(!model.shownProperty().get()));
        shell.on(ShellCommand.PASTE_IMAGE, () -> OwnImagePane.paste(model, Clipboard.getSystemClipboard()));
        // A view that takes files itself consumes them.
        view.setOnDragOver(OwnImages::draggedOver);
        view.setOnDragDropped(this::dropped);
    }

    private static Optional<File> choose(Stage stage) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(Messages.text("own.file.choose"));
        dialog.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Messages.text("own.file.kind"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));
        return Optional.ofNullable(dialog.showOpenDialog(stage));
    }

    private static void draggedOver(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (files != null && !files.isEmpty()) {
            model.open(files);
        } else {
            OwnImagePane.paste(model, event.getDragboard());
        }
        event.setDropCompleted(true);
        event.consume();
    }
}
