package hourglass.session.runs;

import hourglass.engine.store.AtomicFile;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.Json;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.train.TrainingRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a run: what {@code train} leaves in its folder. Works on the caller's thread. */
public final class RunFolder {
    /** Settings, curve and measures. */
    public static final String REPORT = "report.json";
    /** The last weights. */
    public static final String LAST = "model.safetensors";
    /** Those of the best epoch. */
    public static final String BEST = "best.safetensors";

    private static final String CARD = "run.json";
    private static final Json<RunCard> CARDS = new Json<>("the run", RunCard.class, 8 << 20, 2000);

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

    private RunFolder() {}

    /** Whether there is a run in it, or what is left of one. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(REPORT)) || Files.isRegularFile(folder.resolve(LAST));
    }

    /** This folder if it is a run, else the runs directly in it, by name. */
    public static List<Path> in(Path folder) throws IOException {
        if (isOne(folder)) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, RunFolder::isOne)) {
            all.forEach(found::add);
        }
        found.sort(null);
        return found;
    }

    /**
     * Reads one; what is damaged beside its report is told in the record.
     *
     * @throws IOException with a sentence if it has no report, or one that cannot be read
     */
    public static RunRecord read(Path folder) throws IOException {
        Path file = folder.resolve(REPORT);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    folder + " holds weights but no report.json, so its curve and settings are not listed;" + " open "
                            + LAST + " itself to see the network.");
        }
        Report report = ReportJson.read(file);
        String trouble = "";
        RunCard card = RunCard.BLANK;
        Path beside = folder.resolve(CARD);
        if (Files.isRegularFile(beside)) {
            try {
                card = CARDS.read(beside);
            } catch (IOException | RuntimeException damaged) {
                trouble = "Name, note and pictures of this run cannot be read: " + damaged.getMessage();
            }
        }
        return new RunRecord(folder, report, card, weights(folder), trouble);
    }

    static RunRecord.Weights weights(Path folder) throws IOException {
        Optional<Path> last = Optional.of(folder.resolve(LAST)).filter(Files::isRegularFile);
        Optional<Path> best = Optional.of(folder.resolve(BEST)).filter(Files::isRegularFile);
        long bytes = (last.isPresent() ? Files.size(last.get()) : 0) + (best.isPresent() ? Files.size(best.get()) : 0);
        return new RunRecord.Weights(last, best, bytes);
    }

    /** Writes {@code run.json} of a training as it stands, with its pictures; on the thread that trains. */
    public static void describe(Path folder, TrainingRun run, long began) throws IOException {
        write(folder, RunCard.of(run.id().text(), began).withStrip(PictureStrip.of(run)));
    }

    static void write(Path folder, RunCard card) throws IOException {
        byte[] bytes = CARDS.write(card).getBytes(StandardCharsets.UTF_8);
        new AtomicFile(FileOps.system()).save(folder.resolve(CARD), bytes);
    }

    /** Removes a folder with all that is in it, as far as that goes. */
    static void removeAll(Path folder) {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path file : inside) {
                if (Files.isDirectory(file)) {
                    removeAll(file);
                } else {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException stays) {
            LOG.warn("{} stays", folder, stays);
        }
    }
}
