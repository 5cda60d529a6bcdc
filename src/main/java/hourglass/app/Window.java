package hourglass.app;

import hourglass.core.Identity;
import hourglass.core.Reason;
import hourglass.core.data.DataSet;
import hourglass.core.spec.listing.CommandListing;
import hourglass.core.spec.listing.Framework;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.look.Look;
import hourglass.ui.data.DataModel;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.FigureExport;
import hourglass.ui.kit.FileSaveDialog;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.kit.HeartbeatReport;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import hourglass.ui.lesson.LessonModel;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.shell.KeptPresenter;
import hourglass.ui.shell.NetworkPresenter;
import hourglass.ui.shell.ShellCommand;
import hourglass.ui.shell.ShellModel;
import hourglass.ui.shell.ShellPresenter;
import hourglass.ui.shell.ShellView;
import hourglass.ui.shell.UndoPresenter;
import hourglass.ui.shell.WindowIcons;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window, put together by hand from the services and the views. */
final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int MIN_WIDTH = 960;
    private static final int MIN_HEIGHT = 540;
    private static final int HEARTBEAT_TICKS = 15;

    private final Stage stage;
    private final Services services;
    private final Appearance appearance = new Appearance();
    private final ShellModel shell = new ShellModel();
    private final FrameClock clock = new FrameClock(this::escaped);
    private final OwnImages own;
    private final Views views;
    private final FigureExport figures;
    private final DataModel dataModel;
    private final Lessons lessons;
    private final Sessions sessions;
    private final Commands commands;
    private final NetworkFiles files;
    private Optional<String> seenProblem = Optional.empty();
    private @Nullable DataSet seenData;
    private Optional<String> seenNotKept = Optional.empty();
    /** Held here and weakly by the stage, which may outlive this. */
    private final ChangeListener<Boolean> fullScreen;

    private boolean warnedOfClosing;
    private boolean seenRepeatable;
    private int ticks;

    Window(Stage stage, Services services) {
        this(stage, services, LessonFiles.SHIPPED);
    }

    /** With an evening of lessons. */
    Window(Stage stage, Services services, LessonFiles.Source evening) {
        this.stage = stage;
        fullScreen = (observed, before, now) -> shell.presentingProperty().set(now);
        this.services = services;
        dataModel = new DataModel(services.data);
        // Before the views, so that all of them see one state of things.
        clock.register(() -> services.showcase.tick(services.training));
        own = new OwnImages(services, clock);
        views = new Views(services, appearance, shell, clock, own.model())
                .addData(dataModel, this::chooseFolder)
                .addTrain()
                .addReconstruct()
                .addInside()
                .addMap()
                .addDenoise()
                .addLatent()
                .addOddities(this::chooseFolder)
                .addRuns(() -> chooseFolder(Messages.text("runs.open")));
        lessons = new Lessons(services, shell, views, evening);
        commands = new Commands(services, views, this::copy);
        sessions = new Sessions(services, shell, views, lessons, clock);
        files = new NetworkFiles(stage, services, shell, views, sessions);
        figures = new FigureExport(appearance, new FileSaveDialog(stage), services.io, clock, this::told);
    }

    Appearance appearance() {
        return appearance;
    }

    ShellModel shell() {
        return shell;
    }

    LessonModel lesson() {
        return lessons.model();
    }

    OwnImageModel own() {
        return own.model();
    }

    NetworkFiles files() {
        return files;
    }

    Sessions sessions() {
        return sessions;
    }

    Views views() {
        return views;
    }

    FrameClock clock() {
        return clock;
    }

    /** What the view on the screen shows. */
    Look look() {
        return views.chooser().look();
    }

    /** Shows the window. */
    void open() {
        ShellPresenter presenter = new ShellPresenter(
                shell,
                new ShellPresenter.Seen(services.training, services.desk, services.models, services.data),
                views::chooser,
                views.trainChooser());
        presenter.onSettingsGone(files::askSettings);
        ShellView view = new ShellView(shell, appearance, views.entries());
        lessons.attach(view, clock, figures, stage);
        own.attach(view, shell, appearance, stage);
        files.connect();
        shell.on(ShellCommand.TOGGLE_HEARTBEAT, this::toggleHeartbeat);
        shell.threadsTextProperty()
                .set(Messages.text(
                        "shell.threads",
                        Wiring.lanesBesideAWindow(),
                        Runtime.getRuntime().availableProcessors()));
        shell.viewProperty().addListener((observed, before, now) -> refreshExports());
        shell.viewProperty().set(1);
        NetworkPresenter networks = new NetworkPresenter(shell, services.models, views::chooser);
        clock.register(presenter::tick);
        clock.register(networks::tick);
        clock.register(new KeptPresenter(
                shell, services.keeper, services.models, services.inference, services.data, clock)::tick);
        UndoPresenter undo =
                new UndoPresenter(shell, services.history, services.showcase, services.training, services.desk);
        clock.register(undo::tick);
        clock.register(this::tick);
        clock.register(sessions::tick);
        view.onDrop(file -> Launcher.isFile(file.toString()), files::open);
        clock.register(() -> view.tick(System.nanoTime()));
        services.keeper.look();
        services.runs.look();
        sessions.offer();
        stage.setOnCloseRequest(this::mayClose);
        stage.titleProperty().bind(shell.networkTitleProperty().map(network -> network + " – Hourglass"));
        stage.setScene(view.scene(WIDTH, HEIGHT));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setFullScreenExitHint("");
        // Leaving is for the keys of the shell, which also know what else Escape closes.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        shell.presentingProperty().addListener((observed, before, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty().addListener(new WeakChangeListener<>(fullScreen));
        // Some window managers open at the minimum size unless the size is said again once it is there.
        stage.setOnShown(shown -> fitScreen());
        fitScreen();
        WindowIcons.add(stage);
        presenter.tick();
        networks.tick();
        refreshExports();
        clock.attach(stage);
        stage.show();
    }

    private void fitScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    }

    private void refreshExports() {
        List<Choice> choices = new ArrayList<>(
                figures.choices(views.exports(shell.viewProperty().get())));
        for (Framework framework : Framework.values()) {
            choices.add(new Choice(Messages.text("export.code", framework.words()), () -> copy(framework)));
        }
        choices.addAll(commands.choices(shell.viewProperty().get()));
        shell.exportChoices().setAll(choices);
    }

    /** The network on the screen as a program for another library, into the clipboard. */
    private void copy(Framework framework) {
        copy(framework.listing(look().experiment()));
        shell.notify(new Notice(
                Notice.Kind.INFO,
                Messages.text("export.code.copied", look().experiment().name(), framework.words())));
    }

    /** A line for the shell of this machine, into the clipboard. */
    private void copy(CommandListing command) {
        String line = command.text(CommandListing.Shell.of(System.getProperty("os.name", "")));
        copy(line);
        shell.messageProperty().set(Messages.text("export.command.copied", line));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void refreshDataChoices() {
        List<Choice> choices = new ArrayList<>(dataModel.officialChoices());
        choices.add(new Choice(Messages.text("shell.data.use-sketchwear"), dataModel::useSketchwear));
        choices.add(new Choice(
                Messages.text("shell.data.open-folder"), () -> chooseFolder().ifPresent(dataModel::open)));
        choices.add(new Choice(Messages.text("shell.data.cancel"), dataModel::cancel));
        shell.dataChoices().setAll(choices);
    }

    private Optional<Path> chooseFolder() {
        return chooseFolder(Messages.text("shell.data.open-folder"));
    }

    private Optional<Path> chooseFolder(String title) {
        DirectoryChooser dialog = new DirectoryChooser();
        dialog.setTitle(title);
        return Optional.ofNullable(dialog.showDialog(stage)).map(File::toPath);
    }

    private void tick() {
        Optional<String> notKept = services.notKept.get();
        if (!Identity.same(notKept, seenNotKept)) {
            seenNotKept = notKept;
            notKept.ifPresent(why -> shell.notify(new Notice(Notice.Kind.WARNING, Messages.text("kept.failed", why))));
        }
        if (!Identity.same(services.data.state().data(), seenData)) {
            seenData = services.data.state().data();
            refreshDataChoices();
            refreshExports();
        }
        boolean repeatable = commands.isForFigures(shell.viewProperty().get());
        if (repeatable != seenRepeatable) {
            seenRepeatable = repeatable;
            refreshExports();
        }
        Optional<String> problem = services.escaped.get();
        if (!Identity.same(problem, seenProblem)) {
            seenProblem = problem;
            problem.ifPresent(this::tell);
        }
        if (clock.heartbeatProperty().get() && ++ticks % HEARTBEAT_TICKS == 0) {
            shell.heartbeatTextProperty().set(clock.heartbeatReport().inWords());
        }
    }

    /** Where what was learnt cannot be kept, the first press of the close button only says so. */
    private void mayClose(WindowEvent closing) {
        if (services.keeper.isFailing() && !warnedOfClosing) {
            warnedOfClosing = true;
            closing.consume();
            shell.notify(new Notice(Notice.Kind.ERROR, Messages.text("kept.closing")));
        } else {
            sessions.keep();
        }
    }

    private void toggleHeartbeat() {
        boolean on = !clock.heartbeatProperty().get();
        if (!on) {
            LOG.info("heartbeat: {}", clock.heartbeatReport().inWords());
        }
        clock.heartbeatProperty().set(on);
        shell.heartbeatTextProperty().set(on ? clock.heartbeatReport().inWords() : "");
    }

    /** The heartbeat since it was switched on. */
    HeartbeatReport heartbeat() {
        return clock.heartbeatReport();
    }

    private void escaped(Throwable problem) {
        LOG.error("escaped in the window", problem);
        services.keeper.wish();
        tell(Reason.of(problem));
    }

    /** What went well is a line at the bottom; what did not is a banner. */
    private void told(Notice notice) {
        shell.messageProperty().set(notice.text());
        if (notice.kind() == Notice.Kind.WARNING || notice.kind() == Notice.Kind.ERROR) {
            shell.notify(notice);
        }
    }

    private void tell(String problem) {
        shell.notify(new Notice(Notice.Kind.ERROR, Messages.text("shell.escaped", problem)));
    }
}
