package hourglass.engine.store;

import hourglass.engine.model.ModelSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The last three states of a running training in a folder of its own. A state is first saved completely under a fourth
 * name and the older ones are renamed after that, so neither a failed save nor a crash at any point loses a generation.
 *
 * <p>When to save is decided elsewhere. To be used by one thread at a time and one program per folder.
 */
public final class Autosave {
    /** States kept. */
    public static final int GENERATIONS = 3;

    private final FileOps ops;
    private final ModelStore store;
    private final Path folder;

    /** In this folder, which is made with the first save. */
    public Autosave(Path folder, FileOps ops, String appVersion) {
        this.folder = folder;
        this.ops = ops;
        this.store = new ModelStore(ops, appVersion);
    }

    /**
     * Saves a state as the newest and drops the fourth.
     *
     * @throws StoreException if it was not saved; then those before are still there
     */
    public void save(ModelSnapshot snapshot) throws StoreException {
        try {
            ops.createFolders(folder);
            rotate();
            store.save(fresh(), snapshot);
            rotate();
            ops.forceFolder(folder);
        } catch (StoreException known) {
            throw known;
        } catch (IOException failure) {
            throw new StoreException(
                    "The training was not saved automatically in " + folder + ", earlier states are unchanged: "
                            + FailureWords.writing(failure) + ".",
                    failure);
        }
    }

    /** The saved states, newest first; whether each can be opened shows {@link ModelStore#open}. */
    public List<Path> list() {
        return all().filter(ops::isFile).toList();
    }

    /**
     * Removes all states, the oldest first.
     *
     * @throws StoreException if one of them stays
     */
    public void discard() throws StoreException {
        List<Path> files = new ArrayList<>(all().toList());
        Collections.reverse(files);
        for (Path file : files) {
            try {
                ops.delete(file);
            } catch (IOException failure) {
                throw new StoreException(file + " was not removed: " + FailureWords.writing(failure) + ".", failure);
            }
        }
    }

    /** Gives a fresh state its number, pushing on only those without a gap behind them. */
    private void rotate() throws IOException {
        if (!ops.isFile(fresh())) {
            return;
        }
        int gap = 1;
        while (gap < GENERATIONS && ops.isFile(generation(gap))) {
            gap++;
        }
        for (int number = gap; number > 1; number--) {
            ops.move(generation(number - 1), generation(number));
        }
        ops.move(fresh(), generation(1));
    }

    private Stream<Path> all() {
        Stream<Path> numbered = IntStream.rangeClosed(1, GENERATIONS).mapToObj(this::generation);
        return Stream.concat(Stream.of(fresh()), numbered);
    }

    private Path fresh() {
        return folder.resolve("autosave-new" + ModelFile.EXTENSION);
    }

    private Path generation(int number) {
        return folder.resolve("autosave-" + number + ModelFile.EXTENSION);
    }
}
