package hourglass.engine.store;

import hourglass.core.spec.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of a training as a file of their own: {@code experiment.json}, as they also stand in a report. */
public final class ExperimentFile {
    private ExperimentFile() {}

    /**
     * Saves settings, replacing earlier ones only when these are complete on the disk.
     *
     * @throws StoreException if they were not saved
     */
    public static void write(Path file, Experiment experiment) throws StoreException {
        String text = ExperimentJson.TEXT.write(ExperimentJson.of(experiment));
        new AtomicFile(FileOps.system()).save(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads settings.
     *
     * @throws StoreException if the file is missing, unreadable or holds none
     */
    public static Experiment read(Path file) throws StoreException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(ExperimentJson.MAX_LENGTH + 1);
            return ExperimentJson.TEXT.read(bytes, file.toString()).experiment();
        } catch (StoreException refused) {
            throw refused;
        } catch (IOException failure) {
            throw new StoreException(file + " was not opened: " + FailureWords.reading(failure) + ".", failure);
        }
    }
}
