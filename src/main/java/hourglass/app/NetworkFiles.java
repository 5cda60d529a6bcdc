package hourglass.app;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Activations;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.SessionFile;
import hourglass.session.look.Look;
import hourglass.ui.kit.Messages;
import hourglass.ui.shell.ShellCommand;
import hourglass.ui.shell.ShellModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceDialog;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Networks and sessions from and to files, with the dialogs that ask for them. */
final class NetworkFiles {
    private final Stage stage;
    private final Services services;
    private final ShellModel shell;
    private final Views views;
    private final Sessions sessions;

    NetworkFiles(Stage stage, Services services, ShellModel shell, Views views, Sessions sessions) {
        this.stage = stage;
        this.services = services;
        this.shell = shell;
        this.views = views;
        this.sessions = sessions;
    }

    /** Decides what the commands about files do. */
    void connect() {
        shell.on(ShellCommand.OPEN, () -> chooser(Messages.text("shell.file.open-title"))
                .map(dialog -> dialog.showOpenDialog(stage))
                .map(File::toPath)
                .ifPresent(this::open));
        shell.on(ShellCommand.SAVE, this::save);
        shell.on(ShellCommand.SAVE_SESSION, () -> askTarget(
                        Messages.text("session.save-title"), Messages.text("session.file") + SessionFile.EXTENSION)
                .ifPresent(sessions::save));
        shell.on(ShellCommand.SAVE_BEST, this::saveBest);
    }

    /** The one question that is left about a file whose settings another program left out. */
    void askSettings(Path file) {
        List<Activations> all = Activations.choices();
        ChoiceDialog<Activations> dialog = new ChoiceDialog<>(all.get(0), all);
        dialog.initOwner(stage);
        dialog.setTitle(Messages.text("shell.settings.title"));
        dialog.setHeaderText(Messages.text("shell.settings.header", String.valueOf(file.getFileName())));
        dialog.setContentText(Messages.text("shell.settings.question"));
        dialog.showAndWait().ifPresent(answer -> services.models.open(file, answer));
    }

    /** The file of a network or of a session. */
    void open(Path file) {
        if (Launcher.isSession(file.toString())) {
            sessions.open(file);
        } else {
            services.models.open(file);
        }
    }

    private Optional<FileChooser> chooser(String title) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(
                        Messages.text("shell.file.kind"), "*" + ModelFile.EXTENSION, "*" + SessionFile.EXTENSION));
        return Optional.of(dialog);
    }

    private void save() {
        Look look = views.chooser().look();
        askTarget(look.experiment().name()).ifPresent(target -> {
            if (look.isTraining()) {
                services.training.capture(snapshot -> saveAs(snapshot, target));
            } else {
                saveAs(look.snapshot(), target);
            }
        });
    }

    /** The best epoch of the moment the command was given; the run may find a better one while the name is typed. */
    private void saveBest() {
        services.training.best().ifPresent(best -> askTarget(best.experiment().name() + "-best")
                .ifPresent(target -> saveAs(best, target)));
    }

    private void saveAs(ModelSnapshot snapshot, Path target) {
        services.models.save(snapshot, target, services.keeper::saved);
    }

    private Optional<Path> askTarget(String name) {
        return askTarget(Messages.text("shell.file.save-title"), name + ModelFile.EXTENSION);
    }

    private Optional<Path> askTarget(String title, String name) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        String ending = name.substring(name.lastIndexOf('.'));
        dialog.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Messages.text("shell.file.kind"), "*" + ending));
        dialog.setInitialFileName(name);
        return Optional.ofNullable(dialog.showSaveDialog(stage))
                .map(File::toPath)
                .map(file -> named(file, ending));
    }

    private static Path named(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}
