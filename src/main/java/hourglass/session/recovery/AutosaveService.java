package hourglass.session.recovery;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Autosave;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import hourglass.session.training.Phase;
import hourglass.session.training.TrainingFrame;
import hourglass.session.training.TrainingService;
import hourglass.session.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is being learnt: saves the run at each epoch, each minute and whenever it stands still, in a folder of this
 * start of the program, and finds what an earlier start left. The window's clock calls {@link #tick}; files are written on
 * the {@code io} thread.
 */
public final class AutosaveService {
    private static final Logger LOG = LoggerFactory.getLogger(AutosaveService.class);
    private static final long MINUTE = 60_000_000_000L;
    /** Epochs of small data sets pass in a moment; more often than this would only wear the disk. */
    private static final long LEAST = 5_000_000_000L;
    /** Earlier starts whose states are kept. */
    private static final int STARTS_KEPT = 3;

    private final Path root;
    private final Path own;
    private final Autosave autosave;
    private final ModelStore store;
    private final Worker io;
    private final TrainingService training;
    private final Latest<Optional<Found>> found = new Latest<>(Optional.empty());
    private Phase seenPhase = Phase.IDLE;
    private int seenEpochs;
    private long lastSave;

    /**
     * What an earlier start of the program left.
     *
     * @param folder of that start
     * @param file a network that opens
     * @param snapshot what is in it
     */
    public record Found(Path folder, Path file, ModelSnapshot snapshot) {}

    /** With the folder for all starts and a name for this one that no other has. */
    public AutosaveService(Path root, String start, String version, Worker io, TrainingService training) {
        this.root = root;
        this.own = root.resolve(start);
        this.autosave = new Autosave(own, FileOps.system(), version);
        this.store = new ModelStore(version);
        this.io = io;
        this.training = training;
    }

    /** What an earlier start left and nobody has taken yet, once it was looked for. */
    public Optional<Found> found() {
        return found.get();
    }

    /** Looks for what an earlier start left, and forgets all but the newest few. */
    public void look() {
        io.execute(() -> {
            List<Path> earlier = earlier();
            for (Path folder : earlier.subList(Math.min(STARTS_KEPT, earlier.size()), earlier.size())) {
                discard(folder);
            }
            earlier.stream().flatMap(this::readable).findFirst().ifPresent(it -> found.put(Optional.of(it)));
        });
    }

    /** Forgets what was found, because it was taken or is not wanted. */
    public void dismiss(Found what) {
        io.execute(() -> discard(what.folder()));
    }

    /** Saves if it is time; {@code now} in nanoseconds. */
    public void tick(long now) {
        TrainingState state = training.state();
        Optional<TrainingFrame> frame = training.frame();
        boolean learnt = frame.isPresent() && frame.get().progress().iteration() > 0;
        int epochs = frame.map(f -> f.progress().epochs()).orElse(0);
        boolean stands =
                state.phase() != seenPhase && state.phase() != Phase.RUNNING && state.phase() != Phase.PREPARING;
        boolean due = epochs != seenEpochs && now - lastSave >= LEAST || now - lastSave >= MINUTE;
        if (learnt && (stands || (state.phase() == Phase.RUNNING && due))) {
            seenEpochs = epochs;
            lastSave = now;
            save();
        }
        seenPhase = state.phase();
    }

    /** Saves the run as it is. */
    public void save() {
        training.capture(snapshot -> io.execute(() -> write(snapshot)));
    }

    /** What was kept is safe elsewhere; the user has saved it. */
    public void clear() {
        io.execute(() -> discard(own));
    }

    private void write(ModelSnapshot snapshot) {
        try {
            if (snapshot.progress().iteration() > 0) {
                autosave.save(snapshot);
            }
        } catch (IOException failed) {
            LOG.warn("not kept: {}", failed.getMessage());
        }
    }

    private List<Path> earlier() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isDirectory(folder) && !folder.equals(own))
                    .sorted(Comparator.comparing((Path folder) -> String.valueOf(folder.getFileName()))
                            .reversed())
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("earlier starts", unreadable);
            return List.of();
        }
    }

    private Stream<Found> readable(Path folder) {
        return new Autosave(folder, FileOps.system(), "").list().stream().flatMap(file -> {
            try {
                return Stream.of(new Found(folder, file, store.open(file).snapshot()));
            } catch (IOException damaged) {
                LOG.warn("left aside: {}", damaged.getMessage());
                return Stream.empty();
            }
        });
    }

    private static void discard(Path folder) {
        try {
            new Autosave(folder, FileOps.system(), "").discard();
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            LOG.warn("{} stays: {}", folder, stays.getMessage());
        }
    }
}
