package hourglass.session.project;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ReportFigures;
import hourglass.engine.store.StoreException;
import hourglass.engine.store.StoredModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the networks that came with the program: one model and one report for each preset. */
public final class ShippedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedFiles.class);
    private static final int PIXELS = 784;

    private final Source source;

    /** Where the files come from. */
    @FunctionalInterface
    public interface Source {
        /** The bytes of a file by its name, such as {@code dense-64.safetensors}; null where there is none. */
        @Nullable
        InputStream open(String name) throws IOException;
    }

    /** A network read whole, with its measured figures. */
    record Read(String name, ModelSnapshot snapshot, Map<String, Double> figures) {}

    /** Reading from this source. */
    public ShippedFiles(Source source) {
        this.source = source;
    }

    /** What is there, unread. */
    ShippedShelf shelf() {
        List<String> known = Arrays.stream(Preset.values()).map(Preset::id).toList();
        List<String> missing = known.stream().filter(id -> !exists(id)).toList();
        if (!missing.isEmpty()) {
            LOG.info("without the shipped networks {}", missing);
        }
        return ShippedShelf.offering(
                known.stream().filter(id -> !missing.contains(id)).toList(),
                missing.isEmpty() ? List.of() : List.of("Not part of this copy: " + String.join(", ", missing) + "."));
    }

    private boolean exists(String id) {
        try (InputStream in = source.open(id + ModelFile.EXTENSION)) {
            return in != null;
        } catch (IOException unreadable) {
            LOG.warn("shipped network {}", id, unreadable);
            return false;
        }
    }

    /**
     * One of them, read on the caller's thread.
     *
     * @throws IOException with a sentence if it is missing or broken
     */
    public ModelSnapshot snapshot(String id) throws IOException {
        return read(id).snapshot();
    }

    /**
     * Reads one.
     *
     * @throws IOException with a sentence if it is missing or broken
     */
    Read read(String id) throws IOException {
        String file = id + ModelFile.EXTENSION;
        try (InputStream in = source.open(file)) {
            if (in == null) {
                throw new IOException("The file " + file + " is missing from the program.");
            }
            StoredModel stored = ModelFile.read(in, file);
            Map<String, Double> figures = new HashMap<>(report(id));
            stored.metrics().forEach((name, value) -> figures.putIfAbsent("test." + name, value));
            return new Read(id, stored.snapshot(), figures);
        }
    }

    private Map<String, Double> report(String id) {
        try (InputStream in = source.open(id + ".report.json")) {
            return in == null ? Map.of() : ReportFigures.read(in);
        } catch (StoreException broken) {
            LOG.warn("report of {}", id, broken);
        } catch (IOException unreadable) {
            LOG.warn("report of {}", id, unreadable);
        }
        return Map.of();
    }

    /** Something to show where not one network can be read: the first of the lesson, knowing nothing. */
    static Read untrained() {
        var experiment = Preset.DENSE_64.experiment(new DataSpec("no data", ""), PIXELS, 7);
        var snapshot = new ModelSnapshot(
                new RunId("untrained"),
                experiment,
                Progress.START,
                Parameters.copyOf(new float[Math.toIntExact(experiment.model().parameterCount())]),
                Optional.empty(),
                List.of());
        return new Read(experiment.preset(), snapshot, Map.of());
    }
}
