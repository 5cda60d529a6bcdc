package hourglass.engine.store;

import hourglass.engine.model.ModelSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Saves networks to disk and opens them: {@link ModelFile} through {@link AtomicFile}. A save has succeeded only when the
 * file was read back and everything in it was equal bit for bit.
 */
public final class ModelStore {
    private final AtomicFile files;
    private final String appVersion;

    /** On the system's files; {@code appVersion} is written into each model. */
    public ModelStore(String appVersion) {
        this(FileOps.system(), appVersion);
    }

    /** On these operations. */
    public ModelStore(FileOps ops, String appVersion) {
        this.files = new AtomicFile(ops);
        this.appVersion = appVersion;
    }

    /**
     * Saves a network without figures.
     *
     * @throws StoreException if it was not saved; then an earlier file of this name is unchanged
     */
    public void save(Path file, ModelSnapshot snapshot) throws StoreException {
        save(file, snapshot, Map.of());
    }

    /**
     * Saves a network with measured figures.
     *
     * @throws StoreException if it was not saved; then an earlier file of this name is unchanged
     */
    public void save(Path file, ModelSnapshot snapshot, Map<String, Double> metrics) throws StoreException {
        StoredModel model = new StoredModel(snapshot, metrics, appVersion);
        files.save(file, out -> ModelFile.write(model, out), (written, length) -> {
            if (!ModelFile.read(written, length, "The fresh copy").equals(model)) {
                throw new IOException("what was read back differs from what was written");
            }
        });
    }

    /**
     * Saves what can be lost: complete or not there, but neither forced to the disk nor read back.
     *
     * @throws StoreException if it was not saved
     */
    public void saveQuickly(Path file, ModelSnapshot snapshot) throws StoreException {
        StoredModel model = new StoredModel(snapshot, Map.of(), appVersion);
        files.replaceQuickly(file, out -> ModelFile.write(model, out));
    }

    /**
     * Opens a model file.
     *
     * @throws ModelFileException if it is refused
     */
    public StoredModel open(Path file) throws ModelFileException {
        return ModelFile.read(file);
    }

    /**
     * Opens a model file that {@linkplain ModelFileException#lacksSettings lacks its settings}; others are opened as they
     * are.
     *
     * @throws ModelFileException if it is refused
     */
    public StoredModel open(Path file, Activations answer) throws ModelFileException {
        return ModelFile.read(file, Optional.of(answer));
    }
}
