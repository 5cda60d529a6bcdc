package hourglass.session.recovery;

import hourglass.core.Identity;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import hourglass.session.run.TrainingService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights after each epoch of the run under way, on disk, so that one can go back through them. They are no backup:
 * a new run replaces those of the last, and closing the program removes them. The window's clock calls {@link #tick};
 * files are read and written on the {@code io} thread.
 */
public final class EpochArchive implements AutoCloseable {
    /** Most epochs kept; where a run has more they are thinned evenly. */
    public static final int MOST_EPOCHS = 60;
    /** Most bytes kept. */
    public static final long MOST_BYTES = 200L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EpochArchive.class);
    private static final String VERSION = "archive";

    private final Path root;
    private final Path own;
    private final FileOps ops;
    private final ModelStore store;
    private final Worker io;
    private final TrainingService training;
    private final Latest<Run> run = new Latest<>(Run.NONE);
    private final Latest<Optional<ModelSnapshot>> opened = new Latest<>(Optional.empty());
    private final AtomicReference<@Nullable Integer> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable Pending> pending = new AtomicReference<>();
    private final Limits limits;
    private @Nullable ModelSnapshot seenEpoch;

    private record Pending(long generation, ModelSnapshot snapshot) {}

    /** How much is kept. */
    record Limits(int epochs, long bytes) {
        static final Limits USUAL = new Limits(MOST_EPOCHS, MOST_BYTES);
    }

    /** The run the files are of, and which of its epochs there are. */
    private record Run(long generation, List<Integer> epochs) {
        static final Run NONE = new Run(0, List.of());
    }

    /** Touched on the {@code io} thread only: bytes on disk by epoch. */
    private final TreeMap<Integer, Long> kept = new TreeMap<>();

    /** In a folder all starts of the program share; what ended ones left there is removed. */
    public EpochArchive(Path folder, Worker io, TrainingService training) {
        this(folder, io, training, FileOps.system(), Limits.USUAL);
    }

    EpochArchive(Path folder, Worker io, TrainingService training, FileOps ops, Limits limits) {
        this.root = folder;
        this.own = folder.resolve(Long.toString(ProcessHandle.current().pid()));
        this.io = io;
        this.training = training;
        this.ops = ops;
        this.limits = limits;
        this.store = new ModelStore(ops, VERSION);
        io.execute(this::sweep);
    }

    /** Takes notice of a new run and of epochs completed since the last look; any one thread, often. */
    public void tick() {
        long generation = training.state().generation();
        Optional<ModelSnapshot> epoch = training.lastEpoch();
        if (training.state().generation() != generation) {
            // A run began in between; whose epoch this is will be clear at the next look.
            return;
        }
        if (generation != run.get().generation()) {
            run.put(new Run(generation, List.of()));
            opened.put(Optional.empty());
            io.execute(this::forgetRun);
        }
        if (epoch.isPresent() && !Identity.same(epoch.get(), seenEpoch)) {
            seenEpoch = epoch.get();
            // Epochs may pass faster than the disk writes; then only the newest is written.
            Pending before = pending.getAndSet(new Pending(generation, epoch.get()));
            if (before == null || before.generation() != generation) {
                io.execute(() -> write(generation));
            }
        }
    }

    /** The epochs that can be opened, rising; 0 is the network before its first. Compare by identity. */
    public List<Integer> epochs() {
        return run.get().epochs();
    }

    /** Opens the network as it was after an epoch; of several asked for at once only the last. */
    public void open(int epoch) {
        if (wanted.getAndSet(epoch) == null) {
            io.execute(this::read);
        }
    }

    /** The network opened last; empty again when another run has begun. Compare by identity with the one seen last. */
    public Optional<ModelSnapshot> opened() {
        return opened.get();
    }

    /** Removes what is kept; nobody can open it after that. */
    @Override
    public void close() {
        io.execute(() -> {
            forgetRun();
            removeFolder(own);
        });
    }

    private void write(long generation) {
        Pending next = pending.get();
        while (next != null && next.generation() == generation && !pending.compareAndSet(next, null)) {
            next = pending.get();
        }
        if (next == null
                || next.generation() != generation
                || generation != run.get().generation()) {
            return;
        }
        ModelSnapshot snapshot = next.snapshot();
        int epoch = snapshot.progress().epochs();
        long bytes = snapshot.parameters().size() * (long) Float.BYTES;
        if (bytes > limits.bytes()) {
            return;
        }
        try {
            makeRoom(epoch, bytes);
            ops.createFolders(own);
            store.save(file(epoch), snapshot);
            kept.put(epoch, Math.max(bytes, ops.size(file(epoch))));
        } catch (IOException failed) {
            LOG.warn("epoch {} not kept: {}", epoch, failed.getMessage());
        }
        publish(generation);
    }

    private void makeRoom(int next, long bytes) throws IOException {
        remove(List.of(next));
        while (!kept.isEmpty() && (kept.size() >= limits.epochs() || total() + bytes > limits.bytes())) {
            List<Integer> withNext = Stream.concat(kept.keySet().stream(), Stream.of(next))
                    .sorted()
                    .toList();
            remove(List.of(EpochThinning.victim(withNext)));
        }
    }

    private long total() {
        return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    private void remove(Collection<Integer> epochs) throws IOException {
        for (int epoch : epochs) {
            if (kept.containsKey(epoch)) {
                ops.delete(file(epoch));
                kept.remove(epoch);
            }
        }
    }

    private void publish(long generation) {
        Run now = run.get();
        if (now.generation() == generation) {
            run.replace(now, new Run(generation, List.copyOf(kept.keySet())));
        }
    }

    private void read() {
        Integer epoch = wanted.getAndSet(null);
        Run now = run.get();
        if (epoch == null || !kept.containsKey(epoch) || !now.epochs().contains(epoch)) {
            return;
        }
        try {
            opened.put(Optional.of(store.open(file(epoch)).snapshot()));
        } catch (IOException damaged) {
            LOG.warn("left aside: {}", damaged.getMessage());
            kept.remove(epoch);
            publish(now.generation());
        }
    }

    private void forgetRun() {
        try {
            remove(List.copyOf(kept.keySet()));
        } catch (IOException stays) {
            LOG.warn("{} stays: {}", own, stays.getMessage());
        }
        kept.clear();
    }

    private Path file(int epoch) {
        return own.resolve("epoch-" + epoch + ModelFile.EXTENSION);
    }

    /** What programs left that ended without closing, this one's own number included if it was used before. */
    private void sweep() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(EpochArchive::isAbandoned).forEach(EpochArchive::removeFolder);
        } catch (IOException unreadable) {
            LOG.warn("earlier epochs", unreadable);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = String.valueOf(folder.getFileName());
        if (!name.matches("[0-9]{1,18}") || !Files.isDirectory(folder)) {
            return false;
        }
        long pid = Long.parseLong(name);
        boolean own = pid == ProcessHandle.current().pid();
        return own || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void removeFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(EpochArchive::isOurs).toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException stays) {
            LOG.warn("{} stays: {}", folder, stays.getMessage());
        }
    }

    private static boolean isOurs(Path file) {
        return String.valueOf(file.getFileName()).matches("epoch-[0-9]+\\.safetensors|\\.hourglass-.*\\.tmp");
    }
}
