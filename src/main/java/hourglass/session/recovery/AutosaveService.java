package hourglass.session.recovery;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Autosave;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingFrame;
import hourglass.session.run.TrainingService;
import hourglass.session.run.TrainingState;
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
    private final FileOps ops;
    private final Autosave autosave;
    private final ModelStore store;
    private final Worker io;
    private final TrainingService training;
    private final Latest<Optional<Found>> found = new Latest<>(Optional.empty());
    private Phase seenPhase = Phase.IDLE;
    private int seenEpochs;
    private long lastSave;
    /** Touched on the {@code io} thread only. */
    private Optional<ModelSnapshot> writtenBest = Optional.empty();

    /**
     * What an earlier start of the program left.
     *
     * @param folder of that start
     * @param file a network that opens
     * @param snapshot what is in it
     * @param best the network of the best epoch, where that is another one
     */
    public record Found(Path folder, Path file, ModelSnapshot snapshot, Optional<BestEpoch> best) {}

    /**
     * The best epoch of a run, by its loss on the test images.
     *
     * @param file a network that opens
     * @param epochs passes over the training images it had seen
     */
    public record BestEpoch(Path file, int epochs) {}

    /** With the folder for all starts and a name for this one that no other has. */
    public AutosaveService(Path root, String start, String version, Worker io, TrainingService training) {
        this(root, start, version, io, training, FileOps.system());
    }

    AutosaveService(Path root, String start, String version, Worker io, TrainingService training, FileOps ops) {
        this.root = root;
        this.own = root.resolve(start);
        this.ops = ops;
        this.autosave = new Autosave(own, ops, version);
        this.store = new ModelStore(ops, version);
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
        boolean due = (epochs != seenEpochs && now - lastSave >= LEAST) || now - lastSave >= MINUTE;
        if (learnt && (stands || (state.phase() == Phase.RUNNING && due))) {
            seenEpochs = epochs;
            lastSave = now;
            save();
        }
        seenPhase = state.phase();
    }

    /** Saves the run as it is. */
    public void save() {
        training.capture(snapshot -> {
            Optional<ModelSnapshot> best = training.best();
            io.execute(() -> write(snapshot, best));
        });
    }

    /** What was kept is safe elsewhere; the user has saved it. */
    public void clear() {
        io.execute(() -> {
            discard(own);
            writtenBest = Optional.empty();
        });
    }

    private void write(ModelSnapshot snapshot, Optional<ModelSnapshot> best) {
        if (snapshot.progress().iteration() == 0) {
            return;
        }
        try {
            autosave.save(snapshot);
        } catch (IOException failed) {
            LOG.warn("not kept: {}", failed.getMessage());
        }
        writeBest(best);
    }

    /** Beside the generations, and gone when another run has begun, so that it is never taken for that one's. */
    private void writeBest(Optional<ModelSnapshot> best) {
        if (best.equals(writtenBest)) {
            return;
        }
        try {
            if (best.isPresent()) {
                store.save(best(own), best.get());
            } else {
                ops.delete(best(own));
            }
            writtenBest = best;
        } catch (IOException failed) {
            LOG.warn("best epoch not kept: {}", failed.getMessage());
        }
    }

    private static Path best(Path folder) {
        return folder.resolve("best" + ModelFile.EXTENSION);
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
        return new Autosave(folder, ops, "").list().stream().flatMap(file -> {
            try {
                ModelSnapshot snapshot = store.open(file).snapshot();
                return Stream.of(new Found(folder, file, snapshot, bestBeside(folder, snapshot)));
            } catch (IOException damaged) {
                LOG.warn("left aside: {}", damaged.getMessage());
                return Stream.empty();
            }
        });
    }

    private Optional<BestEpoch> bestBeside(Path folder, ModelSnapshot last) {
        if (!ops.isFile(best(folder))) {
            return Optional.empty();
        }
        try {
            int epochs = store.open(best(folder)).snapshot().progress().epochs();
            return Optional.of(new BestEpoch(best(folder), epochs))
                    .filter(found -> found.epochs() != last.progress().epochs());
        } catch (IOException damaged) {
            LOG.warn("left aside: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    private void discard(Path folder) {
        try {
            new Autosave(folder, ops, "").discard();
            ops.delete(best(folder));
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            LOG.warn("{} stays: {}", folder, stays.getMessage());
        }
    }
}
