package hourglass.app;

import hourglass.cli.CommandContext;
import hourglass.core.data.OfficialSets;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.heap.HeapNetworks;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.SpeedProbe;
import hourglass.figures.ImageFolderReader;
import hourglass.session.concurrent.Crew;
import hourglass.session.concurrent.Lazy;
import hourglass.session.concurrent.Program;
import hourglass.session.data.AppFolders;
import hourglass.session.data.DataSources;
import hourglass.session.data.download.Downloader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the window and the commands share, put together by hand. */
final class Wiring {
    private Wiring() {}

    /** Of this build, as the package says it. */
    static String version() {
        return Optional.ofNullable(Wiring.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Beyond so many a batch is cut too thin. */
    private static final int MOST_LANES = 4;

    /** Networks for the window, which keeps a core to itself; made ready by whoever asks first. */
    static Lazy<NetworkFactory> networksBesideAWindow() {
        return networks(lanesBesideAWindow(), Thread.NORM_PRIORITY - 2);
    }

    /** Threads a training step may use beside a window. */
    static int lanesBesideAWindow() {
        return lanes(Runtime.getRuntime().availableProcessors() - 1);
    }

    private static int lanes(int cores) {
        return Math.max(1, Math.min(MOST_LANES, cores));
    }

    private static Lazy<NetworkFactory> networks(int lanes, int priority) {
        return new Lazy<>(() -> {
            Crew crew = new Crew(lanes, priority);
            return Optional.of(Engine.chosen())
                    .filter(Engine.HOURGLASS::equals)
                    .flatMap(own -> HeapNetworks.vectorProducts())
                    .<NetworkFactory>map(products -> new HeapNetworks(products, crew, Wiring::probe))
                    .orElseGet(() -> new Dl4jNetworks(crew));
        });
    }

    private static SpeedProbe probe() {
        return new Dl4jNetworks().probe();
    }

    /** This program, to be started again beside itself. */
    static Program program() {
        return new Program(Relaunch::again);
    }

    /** Where what was learnt and not saved is kept, by window and commands alike. */
    static Path kept() {
        return Startup.folders().data().resolve("autosave");
    }

    static CommandContext commandContext() {
        return new CommandContext(
                sources(Optional.empty()),
                networks(lanes(Runtime.getRuntime().availableProcessors()), Thread.NORM_PRIORITY),
                version(),
                kept(),
                program());
    }

    /** Data sources; {@code named} is the folder named on the command line. */
    static DataSources sources(Optional<Path> named) {
        AppFolders folders = Startup.folders();
        List<Path> known = new ArrayList<>();
        named.ifPresent(known::add);
        Optional.ofNullable(System.getProperty("hourglass.data")).map(Path::of).ifPresent(known::add);
        known.add(Path.of(System.getProperty("user.home", "."), ".keras", "datasets", "fashion-mnist"));
        return new DataSources(
                OfficialSets.ALL,
                known,
                folders.cache(),
                Downloader.Policy.DEFAULT,
                ImageFolderReader::read,
                folders.data());
    }
}
