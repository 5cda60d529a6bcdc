package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    @TempDir
    Path parent;

    private Path folder() {
        return parent.resolve("data").resolve("autosave");
    }

    private Autosave autosave() {
        return new Autosave(folder(), FileOps.system(), "0.1.0");
    }

    @Test
    void nothingIsSavedAtFirst() throws StoreException {
        assertEquals(List.of(), autosave().list());
        autosave().discard();
    }

    @Test
    void theLastThreeStatesAreKeptNewestFirst() throws IOException {
        Autosave autosave = autosave();
        for (long version = 1; version <= 5; version++) {
            autosave.save(Samples.snapshot(version));
            assertEquals(Math.min(version, 3), autosave.list().size());
        }
        assertEquals(List.of(5L, 4L, 3L), versions(autosave));
        assertEquals(
                "autosave-1.safetensors", String.valueOf(autosave.list().get(0).getFileName()));
    }

    @Test
    void discardRemovesAll() throws IOException {
        Autosave autosave = autosave();
        for (long version = 1; version <= 4; version++) {
            autosave.save(Samples.snapshot(version));
        }
        Path other = Files.createFile(folder().resolve("notes.txt"));
        autosave.discard();
        assertEquals(List.of(), autosave.list());
        assertTrue(Files.exists(other));
    }

    @Test
    void noFailureAndNoCrashLosesAState() throws IOException {
        for (int n = 1; ; n++) {
            autosave().discard();
            for (long version = 1; version <= 3; version++) {
                autosave().save(Samples.snapshot(version));
            }
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call >= failing, "No space left on device");
            boolean saved = tried(new Autosave(folder(), ops, "0.1.0"), 4);
            List<Long> left = versions(autosave());
            assertTrue(left.containsAll(List.of(3L, 2L)), left.toString());
            assertTrue(!saved || left.equals(List.of(4L, 3L, 2L)), left.toString());
            assertEquals(left.stream().sorted((a, b) -> Long.compare(b, a)).toList(), left);
            autosave().save(Samples.snapshot(5));
            assertEquals(5, versions(autosave()).get(0));
            assertTrue(versions(autosave()).contains(3L));
            if (ops.calls.size() < n) {
                break;
            }
        }
    }

    private static boolean tried(Autosave autosave, long version) {
        try {
            autosave.save(Samples.snapshot(version));
            return true;
        } catch (StoreException failure) {
            Sentences.assertClear(failure, "autosave", "the disk is full");
            return false;
        }
    }

    @Test
    void aStateThatGotNoNumberIsTheNewest() throws IOException {
        Autosave autosave = autosave();
        autosave.save(Samples.snapshot(1));
        new ModelStore("0.1.0").save(folder().resolve("autosave-new.safetensors"), Samples.snapshot(2));
        assertEquals(List.of(2L, 1L), versions(autosave));
        autosave.save(Samples.snapshot(3));
        assertEquals(List.of(3L, 2L, 1L), versions(autosave));
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Files.createFile(parent.resolve("data"));
        StoreException thrown =
                assertThrows(StoreException.class, () -> autosave().save(Samples.snapshot(1)));
        Sentences.assertClear(thrown, folder().toString());
    }

    private static List<Long> versions(Autosave autosave) throws IOException {
        List<Long> versions = new ArrayList<>();
        for (Path file : autosave.list()) {
            versions.add(ModelFile.read(file).snapshot().progress().iteration());
        }
        return versions;
    }
}
