package hourglass.session.run;

import hourglass.core.Reason;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of kept work: this start's own, and those of starts that have ended, which it holds as long as it lives.
 * Nothing is removed that was not read before. One thread at a time.
 */
final class KeptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
    /** Runs in files from before runs had names are told apart by what is in them. */
    private static final String NAMED_BY_CONTENT = "file-";

    private final StartFolder own;
    private final FileOps ops;
    private final ModelStore store;
    private final long mostBytes;
    private final List<StartFolder> adopted = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    /** A file that was read, or written here. */
    private record Entry(Path file, ModelSummary model, Instant when, long bytes, Owner owner) {
        boolean isBest() {
            return String.valueOf(file.getFileName()).contains("best");
        }

        /** A rough count of what went into it: steps times weights. */
        double work() {
            return (double) model.progress().iteration()
                    * model.experiment().model().parameterCount();
        }
    }

    private enum Owner {
        THIS_START,
        EARLIER_START
    }

    /** A network without its weights. */
    private record ModelSummary(RunId run, Experiment experiment, Progress progress) {
        static ModelSummary of(ModelSnapshot snapshot) {
            return new ModelSummary(snapshot.run(), snapshot.experiment(), snapshot.progress());
        }

        ModelSummary in(RunId other) {
            return new ModelSummary(other, experiment, progress);
        }

        /** Whether this may be an earlier moment of {@code later}, as far as one can tell without names. */
        boolean mayPrecede(ModelSummary later) {
            int epochs = experiment.training().epochs();
            return progress.iteration() <= later.progress.iteration()
                    && experiment.equals(later.experiment.withTraining(
                            later.experiment.training().withEpochs(epochs)));
        }
    }

    KeptFiles(StartFolder own, FileOps ops, String version, long mostBytes) {
        this.own = own;
        this.ops = ops;
        this.store = new ModelStore(ops, version);
        this.mostBytes = mostBytes;
    }

    /** Where the newest weights of a run are kept by this start. */
    Path file(RunId run) {
        return own.path().resolve(run.text() + ModelFile.EXTENSION);
    }

    /**
     * Writes the newest state of a run beside the one before, and its best epoch where that is another.
     *
     * @throws IOException if that failed; what was kept before is still there
     */
    void write(ModelSnapshot last, Optional<ModelSnapshot> best) throws IOException {
        own.claim();
        Path file = file(last.run());
        Path before = own.path().resolve(last.run().text() + ".before" + ModelFile.EXTENSION);
        if (ops.isFile(file)) {
            ops.move(file, before);
            note(before, find(file).map(Entry::model).orElse(ModelSummary.of(last)));
            entries.removeIf(entry -> entry.file().equals(file));
        }
        store.save(file, last);
        note(file, ModelSummary.of(last));
        if (best.isPresent()) {
            writeBest(best.get(), last);
        }
        makeRoom(last.run());
    }

    private void writeBest(ModelSnapshot best, ModelSnapshot last) throws IOException {
        Path file = own.path().resolve(best.run().text() + ".best" + ModelFile.EXTENSION);
        if (best.progress().equals(last.progress())) {
            ops.delete(file);
            entries.removeIf(entry -> entry.file().equals(file));
        } else if (find(file)
                .filter(entry -> entry.model().progress().equals(best.progress()))
                .isEmpty()) {
            store.save(file, best);
            note(file, ModelSummary.of(best));
        }
    }

    private Optional<Entry> find(Path file) {
        return entries.stream().filter(entry -> entry.file().equals(file)).findFirst();
    }

    private void note(Path file, ModelSummary model) throws IOException {
        entries.removeIf(entry -> entry.file().equals(file));
        entries.add(new Entry(file, model, Instant.now(), ops.size(file), Owner.THIS_START));
    }

    /** Takes over what starts left that have ended; one that lives is not touched. */
    void readEarlier() {
        try {
            for (Path folder : own.others()) {
                adopt(folder);
            }
        } catch (IOException unreadable) {
            trouble(own.path().getParent() + " could not be looked at", unreadable);
        }
        makeRoom(null);
    }

    private void adopt(Path folder) {
        try {
            Optional<StartFolder> held = StartFolder.abandoned(folder);
            if (held.isPresent()) {
                held.get().sweep();
                if (readAll(folder)) {
                    adopted.add(held.get());
                } else {
                    held.get().close();
                }
            }
        } catch (IOException refused) {
            trouble(folder + " could not be looked at and was left as it is", refused);
        }
    }

    /** Whether there is a network in it. */
    private boolean readAll(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ModelFile.EXTENSION)) {
            found.forEach(files::add);
        }
        List<Entry> read = new ArrayList<>();
        for (Path file : files) {
            try {
                ModelSummary model = ModelSummary.of(store.open(file).snapshot());
                Instant when = Files.getLastModifiedTime(file).toInstant();
                read.add(new Entry(file, model, when, ops.size(file), Owner.EARLIER_START));
            } catch (IOException damaged) {
                trouble("A kept network was left as it is", damaged);
            }
        }
        read.sort(Comparator.comparing((Entry entry) -> entry.model().progress().iteration())
                .reversed());
        read.forEach(entry -> entries.add(named(entry, folder)));
        return !files.isEmpty();
    }

    /** Files that have no name of their run yet get that of the one they lead to. */
    private Entry named(Entry entry, Path folder) {
        ModelSummary model = entry.model();
        if (!model.run().text().startsWith(NAMED_BY_CONTENT)) {
            return entry;
        }
        RunId run = entries.stream()
                .filter(other -> folder.equals(other.file().getParent()) && model.mayPrecede(other.model()))
                .map(other -> other.model().run())
                .findFirst()
                .orElse(model.run());
        return new Entry(entry.file(), model.in(run), entry.when(), entry.bytes(), entry.owner());
    }

    Optional<ModelSnapshot> read(Path file) {
        try {
            return Optional.of(store.open(file).snapshot());
        } catch (IOException damaged) {
            LOG.warn("{} was kept", file, damaged);
            return Optional.empty();
        }
    }

    private void trouble(String what, IOException why) {
        LOG.warn("{}", what, why);
        troubles.add(what + ": " + Reason.of(why));
    }

    /** Parts with the runs that took the least work until all fits; never with the one just written. */
    private void makeRoom(@Nullable RunId but) {
        Comparator<Entry> byWork = Comparator.comparingDouble(Entry::work);
        while (bytes() > mostBytes) {
            Optional<RunId> victim = entries.stream()
                    .map(entry -> entry.model().run())
                    .distinct()
                    .filter(run -> !run.equals(but))
                    .min(Comparator.comparingDouble(run -> entries.stream()
                            .filter(entry -> entry.model().run().equals(run))
                            .max(byWork)
                            .map(Entry::work)
                            .orElse(0.0)));
            if (victim.isEmpty()) {
                return;
            }
            RunId run = victim.get();
            LOG.info("{} is no longer kept: there is no room for more", run);
            if (!remove(entry -> entry.model().run().equals(run))) {
                return;
            }
        }
    }

    private long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** Removes the files of a run up to this step, whoever kept them: they are safe elsewhere. */
    void removeSaved(RunId run, long iteration) {
        remove(entry ->
                entry.model().run().equals(run) && entry.model().progress().iteration() <= iteration);
    }

    /** Removes the files of a run that earlier starts kept. */
    void removeEarlier(RunId run) {
        remove(entry -> entry.model().run().equals(run) && entry.owner() == Owner.EARLIER_START);
    }

    /** Says whether all of them went. */
    private boolean remove(Predicate<Entry> which) {
        boolean all = true;
        for (Entry entry : entries.stream().filter(which).toList()) {
            try {
                ops.delete(entry.file());
                entries.remove(entry);
            } catch (IOException stays) {
                trouble(entry.file() + " was not removed", stays);
                all = false;
            }
        }
        return all;
    }

    /** What earlier starts left, newest first. */
    KeptWork.Shelf shelf() {
        Stream<RunId> runs = entries.stream()
                .filter(entry -> entry.owner() == Owner.EARLIER_START)
                .map(entry -> entry.model().run())
                .distinct();
        List<KeptWork> works = runs.map(this::work)
                .sorted(Comparator.comparing(KeptWork::when).reversed())
                .toList();
        return new KeptWork.Shelf(works, troubles, bytes());
    }

    private KeptWork work(RunId run) {
        List<Entry> earlier = entries.stream()
                .filter(entry -> entry.model().run().equals(run) && entry.owner() == Owner.EARLIER_START)
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.model().progress().iteration())
                        .reversed())
                .toList();
        Entry last = earlier.get(0);
        Optional<KeptWork.Best> best = earlier.stream()
                .filter(entry -> entry.isBest()
                        && !entry.model().progress().equals(last.model().progress()))
                .findFirst()
                .map(entry ->
                        new KeptWork.Best(entry.file(), entry.model().progress().epochs()));
        return new KeptWork(run, last.model().experiment(), last.model().progress(), last.when(), last.file(), best);
    }

    /** Lets go of every folder and removes the empty ones. */
    void close() {
        adopted.forEach(StartFolder::close);
        own.close();
    }
}
