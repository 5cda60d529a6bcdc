package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        write("train-images.idx", IdxBytes.images(3, 5, 4));
        write("train-labels.idx", IdxBytes.labels(0, 1, 2));
        write("test-images.idx.gz", IdxBytes.gzip(IdxBytes.images(2, 5, 4)));
        write("test-labels.idx", IdxBytes.labels(2, 1));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void refuses(String part) {
        String message = assertThrows(DataFormatException.class, () -> IdxFolder.load(folder))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void numbersClassesWithoutNames() throws IOException {
        DataSet data = IdxFolder.load(folder);
        assertEquals(List.of("Class 0", "Class 1", "Class 2"), data.test().classNames());
        assertEquals(DataOrigin.IDX_FOLDER, data.origin());
        assertEquals(folder.getFileName().toString(), data.name());
        assertEquals(4, data.sha256().size());
        assertEquals(
                Checksums.ofFile(folder.resolve("test-images.idx.gz")),
                data.sha256().get("test-images.idx.gz"));
    }

    @Test
    void namesClassesFromTheFile() throws IOException {
        write("classes.txt", "\uFEFFÄpfel\r\n Birnen \nNüsse\n\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("Äpfel", "Birnen", "Nüsse"),
                IdxFolder.load(folder).train().classNames());
    }

    @Test
    void refusesBadClassFiles() throws IOException {
        write("classes.txt", "a\nb\n".getBytes(StandardCharsets.UTF_8));
        refuses("label 2 at position 2");
        write("classes.txt", new byte[] {(byte) 0xff, (byte) 0xfe, 65});
        refuses("not UTF-8");
        write("classes.txt", "a\n\nb\n".getBytes(StandardCharsets.UTF_8));
        refuses("empty lines");
        write("classes.txt", "x\n".repeat(257).getBytes(StandardCharsets.UTF_8));
        refuses("1 to 256");
        write("classes.txt", new byte[0]);
        refuses("1 to 256");
    }

    @Test
    void refusesMissingAndDoubleFiles() throws IOException {
        write("train-images.old", IdxBytes.images(3, 5, 4));
        refuses("keep one");
        Files.delete(folder.resolve("train-images.old"));
        Files.delete(folder.resolve("test-labels.idx"));
        refuses("starts with t10k-labels or test-labels");
    }

    @Test
    void ofAPackedAndAPlainCopyTheOneThatIsWholeIsReadAndNamed() throws IOException {
        write("train-images.idx.gz", IdxBytes.gzip(IdxBytes.images(3, 5, 4)));
        DataSet data = IdxFolder.load(folder);
        assertTrue(data.sha256().containsKey("train-images.idx.gz"));
        assertEquals(List.of("Of two copies, packed and plain, these were read: train-images.idx.gz."), data.remarks());
        write("train-images.idx.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        data = IdxFolder.load(folder);
        assertTrue(data.sha256().containsKey("train-images.idx"));
        assertEquals(List.of("Of two copies, packed and plain, these were read: train-images.idx."), data.remarks());
    }

    @Test
    void aFolderAroundItGivesTheNameAndTheClasses() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("Letters/raw"));
        for (String name : List.of("train-images.idx", "train-labels.idx", "test-images.idx.gz", "test-labels.idx")) {
            Files.move(folder.resolve(name), raw.resolve(name));
        }
        Files.writeString(folder.resolve("Letters/classes.txt"), "a\nb\nc\n");
        DataSet data = IdxFolder.load(folder.resolve("Letters"));
        assertEquals("Letters", data.name());
        assertEquals(List.of("a", "b", "c"), data.train().classNames());
    }

    @Test
    void labelsMayBeginAtOne() throws IOException {
        write("train-labels.idx", IdxBytes.labels(1, 3, 2));
        write("test-labels.idx", IdxBytes.labels(3, 1));
        DataSet data = IdxFolder.load(folder);
        assertEquals(List.of("Class 1", "Class 2", "Class 3"), data.train().classNames());
        assertEquals("Class 3", data.test().className(0));
        write("classes.txt", "a\nb\nc\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("c", IdxFolder.load(folder).train().className(1));
        write("classes.txt", "zero\na\nb\nc\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("c", IdxFolder.load(folder).train().className(1));
    }

    @Test
    void whatFillsTheMemoryIsRefusedBeforeItDoes() throws IOException {
        write("test-images.idx.gz", IdxBytes.gzip(IdxBytes.file(new byte[40_000_000], 0x803, 2_500, 128, 125)));
        refuses("more than pictures ever do");
    }

    @Test
    void ignoresHalfADownload() throws IOException {
        write("train-images.idx.part", new byte[3]);
        assertEquals(3, IdxFolder.load(folder).train().size());
    }

    @Test
    void refusesTestImagesOfAnotherSize() throws IOException {
        write("test-images.idx.gz", IdxBytes.gzip(IdxBytes.images(2, 5, 5)));
        refuses("5×5");
    }

    @Test
    void refusesAFileInsteadOfAFolder() {
        Path file = folder.resolve("train-labels.idx");
        assertThrows(DataFormatException.class, () -> IdxFolder.load(file));
        assertThrows(DataFormatException.class, () -> IdxFolder.load(folder.resolve("nowhere")));
    }

    @Test
    void anotherContentHasAnotherFingerprint() throws IOException {
        String before = IdxFolder.load(folder).fingerprint();
        write("test-labels.idx", IdxBytes.labels(2, 2));
        assertNotEquals(before, IdxFolder.load(folder).fingerprint());
    }
}
