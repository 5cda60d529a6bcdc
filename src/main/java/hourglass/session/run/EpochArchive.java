package hourglass.session.run;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Latest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights after each epoch of the run under way, on disk, so that one can go back through them. They are no backup but
 * a cache: a new run replaces those of the last, closing the program removes them, and none is forced to the disk or read
 * back when it is written. Whoever trains tells of epochs; files are read and written through {@code io}.
 */
public final class EpochArchive implements RunObserver, AutoCloseable {
    /** Most epochs kept; where a run has more they are thinned evenly. */
    public static final int MOST_EPOCHS = 60;
    /** Most bytes kept. */
    public static final long MOST_BYTES = 200L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EpochArchive.class);
    private static final String VERSION = "archive";

    private final StartFolder own;
    private final FileOps ops;
    private final ModelStore store;
    private final Executor io;
    private final Latest<Run> run = new Latest<>(Run.NONE);
    private final Latest<Optional<ModelSnapshot>> opened = new Latest<>(Optional.empty());
    private final AtomicReference<@Nullable Integer> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable Pending> pending = new AtomicReference<>();
    private final Limits limits;

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
    public EpochArchive(Path folder, Executor io) {
        this(folder, io, FileOps.system(), Limits.USUAL);
    }

    EpochArchive(Path folder, Executor io, FileOps ops, Limits limits) {
        this.own = new StartFolder(folder.resolve(StartFolder.nameOfThisStart()));
        this.io = io;
        this.ops = ops;
        this.limits = limits;
        this.store = new ModelStore(ops, VERSION);
        io.execute(this::sweep);
    }

    @Override
    public void after(TrainingRun trained, Moment moment) {
        if (moment == Moment.BEGIN) {
            run.put(new Run(run.get().generation() + 1, List.of()));
            opened.put(Optional.empty());
            io.execute(this::forgetRun);
        }
        boolean atEpoch = moment == Moment.EPOCH
                || (moment == Moment.BEGIN && trained.progress().batch() == 0);
        if (atEpoch) {
            offer(new Pending(run.get().generation(), trained.lightSnapshot()));
        }
    }

    /** Epochs may pass faster than the disk writes; then only the newest is written. */
    private void offer(Pending next) {
        Pending before = pending.getAndSet(next);
        if (before == null || before.generation() != next.generation()) {
            io.execute(() -> write(next.generation()));
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
            own.close();
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
            own.claim();
            store.saveQuickly(file(epoch), snapshot);
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
            remove(List.of(victim(withNext)));
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
            LOG.warn("{} stays: {}", own.path(), stays.getMessage());
        }
        kept.clear();
    }

    private Path file(int epoch) {
        return own.path().resolve("epoch-" + epoch + ModelFile.EXTENSION);
    }

    /** What starts left that ended without closing. */
    private void sweep() {
        try {
            for (Path folder : own.others()) {
                Optional<StartFolder> ended = StartFolder.abandoned(folder);
                if (ended.isPresent()) {
                    ended.get().sweep();
                    ended.get().removeAll("epoch-*" + ModelFile.EXTENSION);
                    ended.get().close();
                }
            }
        } catch (IOException stays) {
            LOG.warn("earlier epochs", stays);
        }
    }

    /**
     * Which epoch to part with when one more would be too many, so that kept ones stay evenly spread and first and last
     * stay always: the one in the middle of the smallest gap, the earliest of several.
     *
     * @param epochs kept, rising, with the one about to be added; at least 2
     */
    static int victim(List<Integer> epochs) {
        if (epochs.size() < 3) {
            return epochs.get(0);
        }
        int found = 1;
        for (int i = 2; i + 1 < epochs.size(); i++) {
            if (gap(epochs, i) < gap(epochs, found)) {
                found = i;
            }
        }
        return epochs.get(found);
    }

    private static int gap(List<Integer> epochs, int i) {
        return epochs.get(i + 1) - epochs.get(i - 1);
    }
}
