package hourglass.ui.kit;

import hourglass.figures.FigureFormat;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The platform's own dialog for saving pictures and tables. */
public final class FileSaveDialog implements SaveDialog {
    private final Window owner;

    /** Before {@code owner}. */
    public FileSaveDialog(Window owner) {
        this.owner = owner;
    }

    /** A name without an ending is that of a folder, which is made inside the one chosen. */
    @Override
    public Optional<Path> ask(String suggestedName, Optional<Path> folder) {
        return suggestedName.indexOf('.') < 0 ? askFolder(suggestedName, folder) : askFile(suggestedName, folder);
    }

    private Optional<Path> askFolder(String suggestedName, Optional<Path> folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("export.dialog.folder", suggestedName));
        folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner))
                .map(chosen -> chosen.toPath().resolve(suggestedName));
    }

    private Optional<Path> askFile(String suggestedName, Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("export.dialog"));
        chooser.setInitialFileName(suggestedName);
        // The dialog refuses a folder that is gone.
        folder.filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        String ending = suggestedName.substring(suggestedName.lastIndexOf('.'));
        String[] patterns = ending.equals(".png")
                ? Arrays.stream(FigureFormat.values())
                        .map(format -> "*" + format.ending())
                        .toArray(String[]::new)
                : new String[] {"*" + ending};
        chooser.getExtensionFilters().add(new ExtensionFilter(kind(ending), patterns));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private static String kind(String ending) {
        return switch (ending) {
            case ".csv" -> Messages.text("export.csv");
            case ".gif" -> Messages.text("export.gif");
            case ".html" -> Messages.text("export.page");
            default -> Messages.text("export.picture");
        };
    }
}
