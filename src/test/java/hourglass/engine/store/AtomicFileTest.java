package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] OLD = "the old version".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void writeOldVersion() throws IOException {
        target = Files.write(folder.resolve("model.safetensors"), OLD);
    }

    @Test
    void eachSingleFailureLeavesTheOldVersionOrTheNewOneComplete() throws IOException {
        Set<String> survivable = Set.of("leftovers", "move");
        Set<String> seen = new HashSet<>();
        for (int n = 1; ; n++) {
            assertTrue(n < 200, "no end");
            Files.write(target, OLD);
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call == failing, "test");
            String failed = save(ops, n);
            if (ops.calls.size() < n) {
                break;
            }
            String operation = ops.calls.get(n - 1);
            seen.add(operation);
            boolean renamed = failed.isEmpty() || operation.equals("forceFolder");
            assertEquals(failed.isEmpty(), survivable.contains(operation) || operation.equals("pause"), operation);
            assertArrayEquals(renamed ? newVersion(n) : OLD, Files.readAllBytes(target), operation);
            assertEquals(List.of(target), files(), operation);
        }
        assertTrue(
                seen.containsAll(Set.of(
                        "resolve", "create", "write", "force", "close", "open", "size", "read", "move", "forceFolder")),
                seen.toString());
    }

    @Test
    void whenAllCallsFailFromOneOnTheOldVersionStays() throws IOException {
        for (int n = 1; ; n++) {
            assertTrue(n < 200, "no end");
            Files.write(target, OLD);
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call >= failing, "test");
            String failed = save(ops, n);
            boolean renamed = ops.calls.contains("forceFolder");
            assertArrayEquals(renamed ? newVersion(n) : OLD, Files.readAllBytes(target));
            if (failed.isEmpty()) {
                assertTrue(renamed);
                break;
            }
        }
    }

    /** The message, empty for success. */
    private String save(FileOps ops, long version) {
        try {
            new ModelStore(ops, "0.1.0").save(target, Samples.snapshot(version));
            return "";
        } catch (StoreException failure) {
            Sentences.assertClear(failure, "model.safetensors was ");
            return String.valueOf(failure.getMessage());
        }
    }

    private static byte[] newVersion(long version) throws IOException {
        return ModelFile.bytes(new StoredModel(Samples.snapshot(version), Map.of(), "0.1.0"));
    }

    @Test
    void aMoveIsTriedFiveTimes() throws IOException {
        FailingOps four = new FailingOps(
                (call, operation) -> operation.equals("move") && call < 20, "being used by another process");
        assertEquals("", save(four, 1));
        FailingOps always =
                new FailingOps((call, operation) -> operation.equals("move"), "being used by another process");
        assertTrue(save(always, 2).contains("being used by another process"));
        assertEquals(5, always.calls.stream().filter("move"::equals).count());
        assertArrayEquals(newVersion(1), Files.readAllBytes(target));
    }

    @Test
    void aFullDiskIsSaidInWords() throws IOException {
        for (String operation : List.of("write", "force", "close", "create")) {
            FailingOps full = new FailingOps((call, name) -> name.equals(operation), "No space left on device");
            assertTrue(save(full, 1).contains("the disk is full; free some space"), operation);
            assertArrayEquals(OLD, Files.readAllBytes(target));
        }
    }

    @Test
    void theSystemsReasonsAreTranslated() {
        assertTrue(FailureWords.writing(new AccessDeniedException("x")).contains("may not be written to"));
        assertTrue(FailureWords.writing(new NoSuchFileException("x")).contains("not there any more"));
        assertTrue(FailureWords.writing(new AtomicMoveNotSupportedException("a", "b", "c"))
                .contains("in one step"));
        assertTrue(FailureWords.writing(new FileSystemException("x", null, "Read-only file system"))
                .contains("read-only"));
        assertTrue(FailureWords.writing(new FileSystemException("x", null, "Disk quota exceeded"))
                .contains("full"));
        assertTrue(FailureWords.writing(new FileSystemException("x")).contains("for a reason it does not give"));
    }

    @Test
    void aCopyThatDoesNotReadBackIsNotUsed() throws IOException {
        AtomicFile files = new AtomicFile(FileOps.system());
        StoreException thrown = assertThrows(
                StoreException.class,
                () -> files.save(target, out -> out.write(1), (in, length) -> {
                    throw new IOException("what was read back differs");
                }));
        Sentences.assertClear(thrown, "differs");
        assertArrayEquals(OLD, Files.readAllBytes(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void anErrorInTheContentLeavesNoTemporaryFile() throws IOException {
        AtomicFile files = new AtomicFile(FileOps.system());
        assertThrows(
                OutOfMemoryError.class,
                () -> files.save(
                        target,
                        out -> {
                            out.write(1);
                            throw new OutOfMemoryError("test");
                        },
                        (in, length) -> {}));
        assertEquals(List.of(target), files());
        assertArrayEquals(OLD, Files.readAllBytes(target));
    }

    @Test
    void aVanishedFolderIsNamed() {
        Path gone = folder.resolve("gone").resolve("model.safetensors");
        Sentences.assertClear(refused(gone), gone.toString(), "is not there");
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Sentences.assertClear(refused(inner), "it is a folder");
        Sentences.assertClear(refused(folder.getRoot()), "it is a folder");
        assertTrue(Files.isDirectory(inner));
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() {
        Sentences.assertClear(refused(target.resolve("model.safetensors")), "is a file, not a folder");
        Sentences.assertClear(refused(target.resolve("a").resolve("b")), "is not there");
    }

    @Test
    void namesInAnyScriptAreSaved() throws IOException {
        for (String name : List.of("Größe äöü ß.safetensors", "服装 👕.safetensors", "a b'c\"d.safetensors")) {
            Path file;
            try {
                file = folder.resolve(name);
            } catch (InvalidPathException unsupportedHere) {
                continue;
            }
            new ModelStore("0.1.0").save(file, Samples.snapshot(3));
            assertEquals(Samples.snapshot(3), new ModelStore("0.1.0").open(file).snapshot());
        }
    }

    @Test
    void theLongestNameIsSavedAndALongerOneRefused() throws IOException {
        Path longest = folder.resolve("x".repeat(255));
        new ModelStore("0.1.0").save(longest, Samples.snapshot(3));
        assertEquals(Samples.snapshot(3), ModelFile.read(longest).snapshot());
        String message = String.valueOf(refused(folder.resolve("x".repeat(256))).getMessage());
        assertTrue(message.endsWith("its name is too long; choose a shorter one."), message);
        assertEquals(Set.of(target, longest), new HashSet<>(files()));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        new ModelStore("0.1.0").save(link, Samples.snapshot(3));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(Samples.snapshot(3), ModelFile.read(target).snapshot());
    }

    @Test
    void aWriteProtectedFileIsNotReplaced() throws IOException {
        assumeTrue(target.toFile().setWritable(false) && !Files.isWritable(target), "the superuser may write anything");
        Sentences.assertClear(refused(target), "write-protected");
        assertArrayEquals(OLD, Files.readAllBytes(target));
    }

    @Test
    void anInterruptDoesNotDisturbASave() throws IOException {
        Thread.currentThread().interrupt();
        new ModelStore("0.1.0").save(target, Samples.snapshot(3));
        assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
        assertEquals(Samples.snapshot(3), ModelFile.read(target).snapshot());
    }

    @Test
    void onlyOldLeftoversAreRemoved() throws IOException {
        Path old = Files.write(folder.resolve(".hourglass-1-2.tmp"), OLD);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        Path fresh = Files.write(folder.resolve(".hourglass-1-3.tmp"), OLD);
        Path foreign = Files.write(folder.resolve(".hourglass-notes"), OLD);
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.EPOCH));
        new ModelStore("0.1.0").save(target, Samples.snapshot(3));
        assertFalse(Files.exists(old));
        assertEquals(Set.of(target, fresh, foreign), new HashSet<>(files()));
    }

    private static StoreException refused(Path file) {
        return assertThrows(StoreException.class, () -> new ModelStore("0.1.0").save(file, Samples.snapshot(1)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
