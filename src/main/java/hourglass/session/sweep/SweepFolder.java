package hourglass.session.sweep;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ExperimentFile;
import hourglass.engine.store.ModelStore;
import hourglass.session.runs.RunFolder;
import hourglass.session.runs.RunRecord;
import hourglass.session.sweep.SweepPlan.Point;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one training of a sweep. It belongs to whoever holds the lock in it, and to the process whose number stands
 * there as long as that one lives. One thread at a time.
 */
final class SweepFolder implements AutoCloseable {
    static final String EXPERIMENT = "experiment.json";
    static final String LOG = "train.log";
    static final String KEPT = "kept";

    private static final Logger LOGGER = LoggerFactory.getLogger(SweepFolder.class);
    private static final String LOCK = ".lock";
    /** What the virtual machine says of its own accord. */
    private static final String MACHINE = "WARNING: Using incubator modules";

    private final Path path;
    private final Point point;
    private @Nullable FileChannel held;

    SweepFolder(Path root, Point point) {
        this.path = root.resolve(point.name());
        this.point = point;
    }

    Path path() {
        return path;
    }

    Point point() {
        return point;
    }

    /** Its run, if it is there with all epochs. */
    Optional<RunRecord> finished() {
        return record().filter(run -> !run.report().stopReason().equals("interrupted"))
                .filter(run ->
                        run.epochs().size() >= point.experiment().training().epochs()
                                || run.report().stopReason().equals("diverged"));
    }

    private Optional<RunRecord> record() {
        try {
            return RunFolder.isOne(path) && Files.isRegularFile(path.resolve(RunFolder.REPORT))
                    ? Optional.of(RunFolder.read(path))
                    : Optional.empty();
        } catch (IOException damaged) {
            LOGGER.warn("{} is trained anew", path, damaged);
            return Optional.empty();
        }
    }

    /**
     * Whether another sweep put other settings here; a sweep must not go on with those.
     *
     * @throws IOException if its settings cannot be read
     */
    boolean isOfOthers() throws IOException {
        Path file = path.resolve(EXPERIMENT);
        return Files.isRegularFile(file) && !ExperimentFile.read(file).equals(point.experiment());
    }

    /** Holds it, or says that somebody else does. */
    boolean claim() throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null && !isTrainedByALivingProcess(channel)) {
                held = channel;
                return true;
            }
        } catch (OverlappingFileLockException ours) {
            LOGGER.debug("{} is held by this very process", path);
        }
        channel.close();
        return false;
    }

    /** A sweep may have been killed a moment before the process that it started. */
    private static boolean isTrainedByALivingProcess(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(40);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(text))
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.contains("java"))
                        .isPresent();
    }

    /** This process trains it. */
    void trainedBy(long pid) throws IOException {
        FileChannel channel = held;
        if (channel != null) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.US_ASCII)), 0);
        }
    }

    /** Arguments that train it, or go on with what an earlier process left of it. */
    List<String> arguments(List<String> data) throws IOException {
        Optional<Left> left = left();
        Stream<String> what = left.isPresent()
                ? Stream.of(
                        "--model",
                        left.get().file().toString(),
                        "--epochs",
                        Integer.toString(Math.max(
                                0,
                                point.experiment().training().epochs()
                                        - left.get().epochs())))
                : Stream.of("--experiment", path.resolve(EXPERIMENT).toString());
        if (left.isEmpty()) {
            ExperimentFile.write(path.resolve(EXPERIMENT), point.experiment());
        }
        return Stream.of(
                        Stream.of("train"),
                        what,
                        data.stream(),
                        Stream.of(
                                "--out",
                                path.toString(),
                                "--kept",
                                path.resolve(KEPT).toString(),
                                "--no-figures"))
                .flatMap(each -> each)
                .toList();
    }

    /** What there is to go on with. */
    private record Left(Path file, int epochs, long iteration) {}

    /** The newest weights of these settings, saved or kept, that know how to go on exactly. */
    private Optional<Left> left() {
        return weights().flatMap(file -> read(file).stream()).max(Comparator.comparingLong(Left::iteration));
    }

    private Stream<Path> weights() {
        Path kept = path.resolve(KEPT);
        try (Stream<Path> inside = Files.isDirectory(kept) ? Files.walk(kept, 2) : Stream.empty()) {
            return Stream.concat(Stream.of(path.resolve(RunFolder.LAST)), inside.toList().stream())
                    .filter(file -> file.toString().endsWith(".safetensors") && Files.isRegularFile(file));
        } catch (IOException unreadable) {
            LOGGER.warn("{}", kept, unreadable);
            return Stream.empty();
        }
    }

    private Optional<Left> read(Path file) {
        try {
            ModelSnapshot snapshot = new ModelStore("").open(file).snapshot();
            int epochs = point.experiment().training().epochs();
            boolean same = snapshot.experiment()
                            .withTraining(snapshot.experiment().training().withEpochs(epochs))
                            .equals(point.experiment())
                    && snapshot.optimiser().isPresent();
            return same
                    ? Optional.of(new Left(
                            file,
                            snapshot.progress().epochs(),
                            snapshot.progress().iteration()))
                    : Optional.empty();
        } catch (IOException damaged) {
            LOGGER.warn("not gone on with", damaged);
            return Optional.empty();
        }
    }

    /** What the process said last, without our name before it; empty where it said nothing. */
    String lastWords() {
        List<String> lines = log();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return last.startsWith("hourglass: ") ? last.substring("hourglass: ".length()) : last;
    }

    /** Epochs that the process has said to be done. */
    int epochsSaid() {
        int epochs = 0;
        for (String line : log()) {
            String[] words = line.strip().split(" +", -1);
            if (words.length > 1 && words[0].equals("epoch") && words[1].matches("\\d{1,5}")) {
                epochs = Integer.parseInt(words[1]);
            }
        }
        return epochs;
    }

    private List<String> log() {
        Path file = path.resolve(LOG);
        try {
            return Files.isRegularFile(file)
                    ? Files.readString(file, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith(MACHINE))
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What was kept while it trained is not needed once it is saved. */
    void forgetKept() {
        Path kept = path.resolve(KEPT);
        try (Stream<Path> inside = Files.isDirectory(kept) ? Files.walk(kept) : Stream.empty()) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException stays) {
            LOGGER.info("{} stays", kept, stays);
        }
    }

    /** Others may have it. */
    @Override
    public void close() {
        FileChannel channel = held;
        held = null;
        if (channel != null) {
            try {
                channel.truncate(0);
                channel.close();
            } catch (IOException stays) {
                LOGGER.debug("lock of {}", path, stays);
            }
        }
    }
}
