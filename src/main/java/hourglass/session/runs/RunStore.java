package hourglass.session.runs;

import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.RunId;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Latest;
import hourglass.session.run.RunObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every run of this evening and before, each in a folder of its own. Whoever trains tells it ({@link #after}); it notes the
 * curve while a run goes on and the weights when it ends. Where the disk's share is used up, the oldest runs that are not
 * pinned lose their weights; their curves stay. Files are read and written through {@code io}.
 */
public final class RunStore implements RunObserver {
    /** Most bytes of weights; beyond, those of the oldest runs go first. */
    public static final long MOST_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
    private static final long LEAST_NANOS = 5_000_000_000L;
    private static final String DELETED = ".deleted";

    private final Home home;
    private final Executor io;
    private final LongSupplier nanos;
    private final ModelStore models;
    private final Latest<Optional<String>> complaint = new Latest<>(Optional.empty());
    private final Latest<Shelf> shelf = new Latest<>(Shelf.EMPTY);
    /** Touched on the {@code io} thread only. */
    private final Map<Path, RunRecord> known = new LinkedHashMap<>();
    /** The same. */
    private final List<String> troubles = new ArrayList<>();
    /** Owned by the thread that trains. */
    private Begun begun = new Begun(-1, 0, 0);

    /**
     * Where runs are kept.
     *
     * @param runs folder of the runs of the window
     * @param sweeps folder of folders of the window's sweeps
     * @param version of the program
     * @param mostBytes of weights
     */
    public record Home(Path runs, Path sweeps, String version, long mostBytes) {
        /** With the usual share of the disk. */
        public Home(Path runs, Path sweeps, String version) {
            this(runs, sweeps, version, MOST_BYTES);
        }
    }

    /**
     * All runs there are, newest first.
     *
     * @param runs those that can be listed
     * @param troubles a sentence for each folder that cannot, and was left as it is
     * @param bytes of the weights of the window's own runs
     */
    public record Shelf(List<RunRecord> runs, List<String> troubles, long bytes) {
        /** Nothing read yet. */
        public static final Shelf EMPTY = new Shelf(List.of(), List.of(), 0);

        /** Copies the lists. */
        public Shelf {
            runs = List.copyOf(runs);
            troubles = List.copyOf(troubles);
        }
    }

    private record Begun(long iteration, long millis, long noted) {}

    private record Taken(
            RunId run,
            Report report,
            long began,
            Optional<PictureStrip> strip,
            Optional<ModelSnapshot> last,
            Optional<ModelSnapshot> best) {}

    /** In these folders. */
    public RunStore(Home home, Executor io, LongSupplier nanos) {
        this.home = home;
        this.io = io;
        this.nanos = nanos;
        models = new ModelStore(home.version());
    }

    /** All runs; compare by identity with what was seen last. Any thread. */
    public Shelf shelf() {
        return shelf.get();
    }

    /** What could not be done last, in a sentence; compare by identity with what was seen last. Any thread. */
    public Optional<String> complaint() {
        return complaint.get();
    }

    @Override
    public void after(TrainingRun run, Moment moment) {
        long iteration = run.progress().iteration();
        switch (moment) {
            case BEGIN -> begun = new Begun(iteration, System.currentTimeMillis(), nanos.getAsLong() - LEAST_NANOS);
            case EPOCH -> {
                if (nanos.getAsLong() - begun.noted() >= LEAST_NANOS) {
                    begun = new Begun(begun.iteration(), begun.millis(), nanos.getAsLong());
                    take(run, moment);
                }
            }
            case END -> {
                if (iteration > begun.iteration()) {
                    take(run, moment);
                }
            }
            case STEP, PAUSE -> {}
        }
    }

    private void take(TrainingRun run, Moment moment) {
        boolean over = moment == Moment.END;
        boolean all = run.progress().epochs() >= run.experiment().training().epochs();
        String reason = over ? all ? "completed" : "interrupted" : "running";
        Report report = new Report(
                run.experiment(),
                Report.Data.of(run.data()),
                run.history(),
                Report.Figures.NONE,
                rate(run.history()),
                reason,
                Report.Environment.current(home.version()));
        Taken taken = new Taken(
                run.id(),
                report,
                begun.millis(),
                over ? Optional.of(PictureStrip.of(run)) : Optional.empty(),
                over
                        ? Optional.of(run.snapshot())
                                .filter(last -> last.parameters().isFinite())
                        : Optional.empty(),
                over ? run.best() : Optional.empty());
        io.execute(() -> tried(() -> write(taken)));
    }

    private static double rate(List<EpochResult> history) {
        double seconds = history.stream().mapToDouble(EpochResult::seconds).sum();
        double images = history.stream()
                .mapToDouble(epoch -> epoch.seconds() * epoch.samplesPerSecond())
                .sum();
        return seconds > 0 ? images / seconds : 0;
    }

    private void write(Taken taken) throws IOException {
        Path folder = home.runs().resolve(taken.run().text());
        Files.createDirectories(folder);
        RunCard card = cardOf(folder).orElse(RunCard.of(taken.run().text(), taken.began()));
        RunCard now = taken.strip().map(card::withStrip).orElse(card);
        ReportJson.write(folder.resolve(RunFolder.REPORT), taken.report());
        RunFolder.write(folder, now);
        if (taken.last().isPresent()) {
            ModelSnapshot last = taken.last().get();
            models.save(folder.resolve(RunFolder.LAST), last);
            writeBest(folder, last, taken.best());
        }
        known.put(folder, new RunRecord(folder, taken.report(), now, RunFolder.weights(folder), ""));
        makeRoom(folder);
        publish();
    }

    private Optional<RunCard> cardOf(Path folder) {
        RunRecord before = known.get(folder);
        if (before == null && RunFolder.isOne(folder)) {
            try {
                return Optional.of(RunFolder.read(folder).card());
            } catch (IOException damaged) {
                LOG.info("{} is written anew", folder, damaged);
            }
        }
        return Optional.ofNullable(before).map(RunRecord::card);
    }

    /** A best epoch from before this training began stays, unless the last one is as good. */
    private void writeBest(Path folder, ModelSnapshot last, Optional<ModelSnapshot> best) throws IOException {
        if (best.isEmpty()) {
            return;
        }
        if (best.get().progress().equals(last.progress())) {
            Files.deleteIfExists(folder.resolve(RunFolder.BEST));
        } else {
            models.save(folder.resolve(RunFolder.BEST), best.get());
        }
    }

    private void makeRoom(Path but) throws IOException {
        while (ownBytes() > home.mostBytes()) {
            Optional<RunRecord> oldest = known.values().stream()
                    .filter(run ->
                            isOwn(run) && !run.card().pinned() && run.weights().bytes() > 0)
                    .filter(run -> !run.folder().equals(but))
                    .min(Comparator.comparingLong(run -> run.card().began()));
            if (oldest.isEmpty()) {
                return;
            }
            Path folder = oldest.get().folder();
            Files.deleteIfExists(folder.resolve(RunFolder.LAST));
            Files.deleteIfExists(folder.resolve(RunFolder.BEST));
            known.put(folder, oldest.get().withoutWeights());
        }
    }

    private long ownBytes() {
        return known.values().stream()
                .filter(this::isOwn)
                .mapToLong(run -> run.weights().bytes())
                .sum();
    }

    /** Whether its folder is this program's to delete. */
    public boolean isOwn(RunRecord run) {
        return run.folder().startsWith(home.runs()) || run.folder().startsWith(home.sweeps());
    }

    /** Whether it came from a sweep of the window. */
    public boolean isSwept(RunRecord run) {
        return run.folder().startsWith(home.sweeps());
    }

    /** Where the window's next sweep may put its folder. */
    public Path sweeps() {
        return home.sweeps();
    }

    private void publish() {
        List<RunRecord> all = known.values().stream()
                .sorted(Comparator.comparingLong((RunRecord run) -> run.card().began())
                        .reversed()
                        .thenComparing(RunRecord::folder))
                .toList();
        shelf.put(new Shelf(all, troubles, ownBytes()));
    }

    /** Reads what earlier starts left, and lets go of what was deleted then. Any thread. */
    public void look() {
        io.execute(() -> {
            troubles.clear();
            readAll(home.runs());
            for (Path sweep : folders(home.sweeps())) {
                readAll(sweep);
            }
            folders(home.runs().resolve(DELETED)).forEach(RunFolder::removeAll);
            publish();
        });
    }

    private static List<Path> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            LOG.warn("{}", root, unreadable);
            return List.of();
        }
    }

    private void readAll(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            for (Path folder : RunFolder.in(root)) {
                read(folder);
            }
        } catch (IOException unreadable) {
            troubles.add("The runs in " + root + " could not be looked at: " + unreadable.getMessage());
        }
    }

    private void read(Path folder) {
        try {
            known.put(folder, RunFolder.read(folder));
        } catch (IOException damaged) {
            troubles.add(String.valueOf(damaged.getMessage()));
        }
    }

    /** Lists the run in a folder, or those directly in it, beside the others. Any thread. */
    public void open(Path folder) {
        io.execute(() -> tried(() -> {
            List<Path> found = Files.isDirectory(folder) ? RunFolder.in(folder) : List.of();
            if (found.isEmpty()) {
                throw new IOException("There is no run in " + folder + ": neither it nor a folder in it holds a "
                        + RunFolder.REPORT + ", as train and sweep write it.");
            }
            troubles.clear();
            found.forEach(this::read);
            publish();
        }));
    }

    /** Writes another card for a run. Any thread. */
    public void edit(RunRecord run, UnaryOperator<RunCard> change) {
        io.execute(() -> tried(() -> {
            RunRecord now = known.getOrDefault(run.folder(), run);
            RunCard card = change.apply(now.card());
            RunFolder.write(run.folder(), card);
            known.put(run.folder(), now.with(card));
            publish();
        }));
    }

    /** Puts a run aside until {@link #restore} or {@link #purge}; of a folder that is not ours only the row goes. */
    public void delete(RunRecord run) {
        io.execute(() -> tried(() -> {
            if (isOwn(run)) {
                Files.createDirectories(home.runs().resolve(DELETED));
                Files.move(run.folder(), aside(run), StandardCopyOption.ATOMIC_MOVE);
            }
            known.remove(run.folder());
            publish();
        }));
    }

    /** Brings back what was deleted. */
    public void restore(RunRecord run) {
        io.execute(() -> tried(() -> {
            if (isOwn(run)) {
                Files.createDirectories(run.folder().getParent());
                Files.move(aside(run), run.folder(), StandardCopyOption.ATOMIC_MOVE);
            }
            read(run.folder());
            publish();
        }));
    }

    /** Removes for good what was deleted. */
    public void purge(RunRecord run) {
        io.execute(() -> {
            if (isOwn(run)) {
                RunFolder.removeAll(aside(run));
            }
        });
    }

    private Path aside(RunRecord run) {
        Path above = run.folder().toAbsolutePath().getParent();
        String name =
                (above == null ? "" : above.getFileName() + "-") + run.folder().getFileName();
        return home.runs().resolve(DELETED).resolve(name);
    }

    private interface Try {
        void run() throws IOException;
    }

    private void tried(Try what) {
        try {
            what.run();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("runs", failed);
            complaint.put(Optional.of(sentence(failed)));
        }
    }

    private static String sentence(Exception failed) {
        @Nullable String words = failed.getMessage();
        return failed.getClass().getName().startsWith("java.nio") || words == null
                ? "The folder of a run could not be changed (" + words + "); the run is as it was."
                : words;
    }
}
