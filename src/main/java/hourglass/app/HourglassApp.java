package hourglass.app;

import hourglass.cli.HourglassCommand;
import hourglass.core.Reason;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSets;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Interruption;
import hourglass.session.concurrent.Lazy;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataSources;
import hourglass.session.lesson.LessonFiles;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.Messages;
import hourglass.ui.kit.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop program: reads the first data set while the toolkit starts, then opens the window. */
public final class HourglassApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(HourglassApp.class);

    private @Nullable Services services;
    private @Nullable Window window;
    private @Nullable String dataProblem;
    private boolean downloadWanted;

    /** For the toolkit. */
    public HourglassApp() {}

    @Override
    public void init() {
        // Before the first word is shown.
        named("--language", getParameters().getRaw())
                .ifPresent(language -> System.setProperty(Messages.LANGUAGE, language));
        Optional<Path> named = namedData(getParameters().getRaw());
        DataSources sources = Wiring.sources(named);
        Lazy<NetworkFactory> networks = Wiring.networksBesideAWindow();
        AtomicLong seeds = new AtomicLong(System.nanoTime() & 0xffff);
        services = new Services(sources, firstData(sources, named), networks, seeds::incrementAndGet, Wiring.kept());
        Interruption.atExit(services::close);
        Services ready = services;
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> ready.report(thread.getName(), problem));
    }

    /** The folder of {@code --data DIR} or {@code --data=DIR}. */
    static Optional<Path> namedData(List<String> arguments) {
        return named("--data", arguments).map(HourglassCommand::path);
    }

    /** What is said behind an option or an equals sign. */
    private static Optional<String> named(String option, List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(option + "=")) {
                return Optional.of(arguments.get(i).substring(option.length() + 1));
            }
            if (arguments.get(i).equals(option) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The evening of {@code --lesson DIR}, else that of the program. */
    private LessonFiles.Source evening() {
        return named("--lesson", getParameters().getRaw())
                .map(folder -> LessonFiles.Source.folder(HourglassCommand.path(folder)))
                .orElse(LessonFiles.SHIPPED);
    }

    private DataSet firstData(DataSources sources, Optional<Path> named) {
        Optional<Path> folder = named.or(() -> sources.find(sources.official().get(0)));
        downloadWanted = folder.isEmpty();
        try {
            return folder.isPresent() ? sources.read(folder.get(), new CancelToken()) : sources.sketchwear();
        } catch (IOException | RuntimeException | OutOfMemoryError refused) {
            LOG.warn("first data set", refused);
            dataProblem = Reason.of(refused);
            return sources.sketchwear();
        }
    }

    @Override
    public void start(Stage stage) {
        try {
            open(stage);
            HourglassCommand.releaseErrors();
        } catch (RuntimeException | Error failed) {
            // The toolkit would call stop() first and end the program before anybody hears of this.
            LOG.error("the window did not open", failed);
            HourglassCommand.heldErrors();
            HourglassCommand.complain("the window did not open. " + Launcher.why(failed));
            HourglassCommand.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    private void open(Stage stage) {
        Services ready = Objects.requireNonNull(services);
        Fonts.load();
        Window opened = new Window(stage, ready, evening());
        window = opened;
        new Remembered(Startup.folders().data()).follow(opened.appearance());
        opened.open();
        DisplayWatch.start(new Worker("display", Thread.NORM_PRIORITY, ready::report), ready::close);
        if (dataProblem != null) {
            opened.shell().notify(new Notice(Notice.Kind.WARNING, dataProblem));
        }
        getParameters().getRaw().stream().filter(Launcher::isFile).map(Path::of).forEach(opened.files()::open);
        if (downloadWanted) {
            ready.data.use(OfficialSets.FASHION_MNIST);
        }
        if (getParameters().getRaw().contains("--heartbeat")) {
            opened.clock().heartbeatProperty().set(true);
        }
    }

    @Override
    public void stop() {
        if (window != null && window.clock().heartbeatProperty().get()) {
            HourglassCommand.say(window.heartbeat().inWords());
        }
        if (services != null) {
            services.close();
        }
        // Native libraries may hold threads that are not daemons; everything of ours has ended or had its time.
        HourglassCommand.flush();
        Runtime.getRuntime().halt(0);
    }
}
