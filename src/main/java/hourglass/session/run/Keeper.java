package hourglass.session.run;

import hourglass.core.Reason;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.RunId;
import hourglass.engine.store.FileOps;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Latest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of everything that was learnt and not saved, in the window and on the command line. Whoever trains tells it
 * ({@link #after}); {@link #wish} asks for a state between two batches, once a minute and whenever something goes wrong.
 * What it has to write it writes through {@code io}. What earlier starts of the program left is read and offered, never
 * opened by itself; it stays until it is saved or forgotten.
 *
 * <p>A moment of a training is named by its run and its step, and so are the {@link State}s: what is true of a step is
 * true of the earlier steps of its run.
 */
public final class Keeper implements RunObserver {
    /** Most bytes on disk; beyond, the run that took the least work goes first. */
    public static final long MOST_BYTES = 512L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    /** Epochs of small data sets pass in a moment; more often than this would only wear the disk. */
    private static final long LEAST_NANOS = 5_000_000_000L;

    private final KeptFiles files;
    private final Executor io;
    private final Consumer<String> complaints;
    private final LongSupplier nanos;
    private final Latest<KeptWork.Shelf> shelf = new Latest<>(KeptWork.Shelf.EMPTY);
    private final Map<RunId, Reached> reached = new ConcurrentHashMap<>();
    /** To be written, the newest of each run; also the lock for it. */
    private final Map<RunId, Waiting> waiting = new LinkedHashMap<>();
    /** Owned by the thread that trains. */
    private Taken taken = new Taken(Optional.empty(), 0, 0);

    private volatile boolean wished;
    private volatile boolean failing;

    /** What has become of a moment of a training. */
    public enum State {
        /** Only in memory. */
        UNSAVED,
        /** On disk, though nobody saved it. */
        KEPT,
        /** In a file of the user's. */
        SAVED,
        /** On disk from an earlier start, for the user to take. */
        OFFERED,
        /** The user did not want it. */
        FORGOTTEN
    }

    /**
     * Where work is kept.
     *
     * @param root folder for all starts of the program
     * @param start this one's, which no other has
     * @param version of the program
     * @param mostBytes on disk in all
     */
    record Home(Path root, String start, String version, long mostBytes) {}

    /** The steps of a run up to which something is true; -1 for none. */
    private record Reached(long kept, long saved, long forgotten) {
        static final Reached NOTHING = new Reached(-1, -1, -1);
    }

    private record Waiting(ModelSnapshot last, Optional<ModelSnapshot> best) {}

    private record Taken(Optional<RunId> run, long iteration, long when) {}

    /** In this folder for all starts of the program; {@code complaints} hears, on {@code io}, once that keeping fails. */
    public Keeper(Path root, String version, Executor io, Consumer<String> complaints) {
        this(
                new Home(root, StartFolder.nameOfThisStart(), version, MOST_BYTES),
                io,
                complaints,
                FileOps.system(),
                System::nanoTime);
    }

    Keeper(Home home, Executor io, Consumer<String> complaints, FileOps ops, LongSupplier nanos) {
        StartFolder own = new StartFolder(home.root().resolve(home.start()));
        this.files = new KeptFiles(own, ops, home.version(), home.mostBytes());
        this.io = io;
        this.complaints = complaints;
        this.nanos = nanos;
    }

    @Override
    public void after(TrainingRun run, Moment moment) {
        long iteration = run.progress().iteration();
        if (moment == Moment.BEGIN) {
            // What it begins with was saved or kept already.
            taken = new Taken(Optional.of(run.id()), iteration, nanos.getAsLong() - LEAST_NANOS);
        } else if (isDue(moment) && !(taken.run().equals(Optional.of(run.id())) && taken.iteration() == iteration)) {
            take(run);
        }
    }

    private boolean isDue(Moment moment) {
        return switch (moment) {
            case BEGIN -> false;
            case STEP -> wished;
            case EPOCH -> wished || nanos.getAsLong() - taken.when() >= LEAST_NANOS;
            case PAUSE, END -> true;
        };
    }

    private void take(TrainingRun run) {
        wished = false;
        ModelSnapshot last = run.snapshot();
        taken = new Taken(Optional.of(run.id()), last.progress().iteration(), nanos.getAsLong());
        if (last.parameters().isFinite()) {
            synchronized (waiting) {
                waiting.put(last.run(), new Waiting(last, run.best()));
            }
            io.execute(this::writeWaiting);
        }
    }

    /** Asks for the state of the run under way, and tries again what could not be written. Any thread. */
    public void wish() {
        wished = true;
        io.execute(this::writeWaiting);
    }

    private void writeWaiting() {
        List<Waiting> all;
        synchronized (waiting) {
            all = List.copyOf(waiting.values());
        }
        all.forEach(this::write);
    }

    private void write(Waiting next) {
        RunId run = next.last().run();
        long iteration = next.last().progress().iteration();
        try {
            if (reached(run).saved() < iteration) {
                files.write(next.last(), next.best());
                reached.merge(run, new Reached(iteration, -1, -1), Keeper::further);
            }
            synchronized (waiting) {
                waiting.remove(run, next);
            }
            failing = false;
        } catch (IOException | RuntimeException failed) {
            complain(failed);
        }
    }

    /** Once; when keeping works again, a later failure is a new one. */
    private void complain(Exception failed) {
        LOG.warn("not kept", failed);
        if (!failing) {
            failing = true;
            complaints.accept(Reason.of(failed));
        }
    }

    private Reached reached(RunId run) {
        return reached.getOrDefault(run, Reached.NOTHING);
    }

    private static Reached further(Reached one, Reached other) {
        return new Reached(
                Math.max(one.kept(), other.kept()),
                Math.max(one.saved(), other.saved()),
                Math.max(one.forgotten(), other.forgotten()));
    }

    /** What has become of this moment of a training. Any thread. */
    public State state(ModelSnapshot moment) {
        long iteration = moment.progress().iteration();
        Reached is = reached(moment.run());
        if (is.saved() >= iteration) {
            return State.SAVED;
        }
        if (is.kept() >= iteration) {
            return State.KEPT;
        }
        boolean offered = shelf().works().stream()
                .anyMatch(work ->
                        work.run().equals(moment.run()) && work.progress().iteration() >= iteration);
        if (offered) {
            return State.OFFERED;
        }
        return is.forgotten() >= iteration ? State.FORGOTTEN : State.UNSAVED;
    }

    /** Whether the last attempt to keep something failed. Any thread. */
    public boolean isFailing() {
        return failing;
    }

    /** Where a run is kept by this start. */
    public Path file(RunId run) {
        return files.file(run);
    }

    /** This moment is safe in a file of the user's, and so are the earlier ones of its run. Any thread. */
    public void saved(ModelSnapshot moment) {
        long iteration = moment.progress().iteration();
        reached.merge(moment.run(), new Reached(-1, iteration, -1), Keeper::further);
        io.execute(() -> {
            files.removeSaved(moment.run(), iteration);
            shelf.put(files.shelf());
        });
    }

    /** Reads what earlier starts left. Any thread, once. */
    public void look() {
        io.execute(() -> {
            files.readEarlier();
            shelf.put(files.shelf());
        });
    }

    /** What earlier starts left, once it was read; compare by identity with the one seen last. */
    public KeptWork.Shelf shelf() {
        return shelf.get();
    }

    /** Reads the weights of this, on {@code io}; where that fails {@code taker} hears nothing. Any thread. */
    public void read(KeptWork work, Consumer<ModelSnapshot> taker) {
        io.execute(() -> files.read(work.file()).ifPresent(taker));
    }

    /** Removes what earlier starts kept of this. Any thread. */
    public void forget(KeptWork work) {
        reached.merge(work.run(), new Reached(-1, -1, work.progress().iteration()), Keeper::further);
        io.execute(() -> {
            files.removeEarlier(work.run());
            shelf.put(files.shelf());
        });
    }

    /** Writes what waits and lets go of its folders, after all that was asked before. Any thread, once. */
    public void close() {
        io.execute(() -> {
            writeWaiting();
            files.close();
        });
    }
}
