package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
    private static final byte[] IMAGES = IdxBytes.images(3, 2, 4);
    private static final byte[] LABELS = IdxBytes.labels(0, 2, 1);
    private static final List<String> NAMES = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        images = Files.write(folder.resolve("images"), IMAGES);
        labels = Files.write(folder.resolve("labels"), LABELS);
    }

    private void refuses(byte[] bytes, String part) throws IOException {
        Files.write(images, bytes);
        String message = assertThrows(DataFormatException.class, () -> IdxReader.images(images, () -> false))
                .getMessage();
        assertTrue(message.contains(images.toString()), message);
        assertTrue(message.contains(part), message);
    }

    @Test
    void readsPlainFiles() throws IOException {
        ImageSet set = IdxReader.read(images, labels, NAMES);
        assertEquals(3, set.size());
        assertEquals(4, set.width());
        assertEquals(2, set.height());
        assertArrayEquals(new byte[] {0, 2, 1}, set.labels());
        assertArrayEquals(Arrays.copyOfRange(IMAGES, 16, IMAGES.length), set.rawPixels());
    }

    @Test
    void tellsGzipByItsBytesAndNotByItsName() throws IOException {
        Files.write(images, IdxBytes.gzip(IMAGES));
        ImageSet set = IdxReader.read(images, labels, NAMES);
        assertArrayEquals(Arrays.copyOfRange(IMAGES, 16, IMAGES.length), set.rawPixels());
        Path plain = Files.write(folder.resolve("plain.gz"), IMAGES);
        assertEquals(3, IdxReader.read(plain, labels, NAMES).size());
    }

    @Test
    void readsGzipLargerThanItsFirstChunk() throws IOException {
        byte[] zeros = IdxBytes.file(new byte[1000 * 28 * 28], 0x803, 1000, 28, 28);
        Files.write(images, IdxBytes.gzip(zeros));
        assertEquals(784_000, IdxReader.images(images, () -> false).data().length);
    }

    @Test
    void hashesTheFileAndItsContentsWhileReading() throws IOException {
        Files.write(images, IdxBytes.gzip(IMAGES));
        IdxFile file = IdxReader.images(images, () -> false);
        assertEquals(Checksums.ofFile(images), file.sha256());
        assertEquals(Checksums.ofBytes(IMAGES), file.contentSha256());
    }

    @Test
    void refusesAnotherMagic() throws IOException {
        refuses(LABELS, "0x00000801");
        refuses(IdxBytes.gzip(LABELS), "0x00000803");
        refuses(IdxBytes.file(new byte[24], 0x808, 3, 2, 4), "0x00000808");
        Files.write(labels, IMAGES);
        assertThrows(DataFormatException.class, () -> IdxReader.labels(labels, () -> false));
    }

    @Test
    void refusesEachTruncatedLength() throws IOException {
        for (int length = 1; length < IMAGES.length; length++) {
            refuses(Arrays.copyOf(IMAGES, length), length < 16 ? "cut off" : "header says");
            refuses(IdxBytes.gzip(Arrays.copyOf(IMAGES, length)), "cut off");
        }
    }

    @Test
    void refusesEachTruncatedLengthOfTheGzipStream() throws IOException {
        byte[] packed = IdxBytes.gzip(IMAGES);
        for (int length = 1; length < packed.length; length++) {
            refuses(Arrays.copyOf(packed, length), "cut off");
        }
    }

    @Test
    void refusesDamagedGzip() throws IOException {
        byte[] packed = IdxBytes.gzip(IMAGES);
        packed[packed.length - 6] ^= 1; // its checksum
        refuses(packed, "damaged");
    }

    @Test
    void refusesTrailingBytes() throws IOException {
        refuses(Arrays.copyOf(IMAGES, IMAGES.length + 1), "41 bytes, but its header says 40");
        refuses(IdxBytes.gzip(Arrays.copyOf(IMAGES, IMAGES.length + 1)), "unpacks to more");
        byte[] packed = IdxBytes.gzip(IMAGES);
        refuses(Arrays.copyOf(packed, packed.length + 1), "after the end");
        refuses(Arrays.copyOf(packed, packed.length + 200_000), "after the end");
    }

    @Test
    void refusesSizesOutOfRange() throws IOException {
        refuses(IdxBytes.file(new byte[0], 0x803, 0, 28, 28), "says it has 0 images");
        refuses(IdxBytes.file(new byte[0], 0x803, -1, 28, 28), "4294967295 images");
        refuses(IdxBytes.file(new byte[0], 0x803, 2_000_001, 1, 1), "2000001 images");
        refuses(IdxBytes.file(new byte[0], 0x803, 1, 257, 1), "257 pixels");
        refuses(IdxBytes.file(new byte[0], 0x803, 1, 1, 0), "0 pixels");
        refuses(IdxBytes.file(new byte[0], 0x803, 2_000_000, 256, 256), "131072000000 pixels");
    }

    @Test
    void refusesALyingHeaderWithoutTakingItsMemory() throws IOException {
        byte[] lie = IdxBytes.file(new byte[10], 0x803, 16_384, 256, 256);
        long before = allocated();
        refuses(lie, "its header says 1073741840");
        refuses(IdxBytes.gzip(lie), "cannot hold");
        assertTrue(allocated() - before < 16_000_000, "allocated " + (allocated() - before));
    }

    @Test
    void refusesAGzipBombBeyondWhatWasDeclared() throws IOException {
        byte[] bomb = IdxBytes.gzip(IdxBytes.file(new byte[30_000_000], 0x803, 1, 2, 4));
        long before = allocated();
        refuses(bomb, "unpacks to more than the 24 bytes");
        assertTrue(allocated() - before < 16_000_000, "allocated " + (allocated() - before));
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void refusesEmptyMissingAndFolder() throws IOException {
        refuses(new byte[0], "is empty");
        Files.delete(images);
        assertTrue(assertThrows(DataFormatException.class, () -> IdxReader.images(images, () -> false))
                .getMessage()
                .contains("does not exist"));
        assertTrue(assertThrows(DataFormatException.class, () -> IdxReader.images(folder, () -> false))
                .getMessage()
                .contains("is not a file"));
    }

    @Test
    void refusesLabelsOfAnotherLength() throws IOException {
        Files.write(labels, IdxBytes.labels(0, 1));
        String message = assertThrows(DataFormatException.class, () -> IdxReader.read(images, labels, NAMES))
                .getMessage();
        assertTrue(message.contains("2 labels") && message.contains("3 images"), message);
    }

    @Test
    void refusesALabelWithoutAClass() throws IOException {
        Files.write(labels, IdxBytes.labels(0, 255, 1));
        String message = assertThrows(DataFormatException.class, () -> IdxReader.read(images, labels, NAMES))
                .getMessage();
        assertTrue(message.contains("label 255 at position 1"), message);
    }

    @Test
    void randomBytesNeverDoWorseThanARefusal() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            Files.write(images, mutated(random));
            try {
                IdxReader.images(images, () -> false);
                read++;
            } catch (IOException expected) {
                assertTrue(String.valueOf(expected.getMessage()).contains("images"), expected.toString());
            }
        }
        assertTrue(read > 0 && read < 1_900, read + " of 2000 were read");
    }

    private static byte[] mutated(SplittableRandom random) {
        byte[] bytes = random.nextInt(4) == 0 ? new byte[random.nextInt(64)] : IMAGES.clone();
        if (bytes.length != IMAGES.length) {
            random.nextBytes(bytes);
        }
        boolean packed = random.nextBoolean();
        boolean inside = random.nextBoolean();
        bytes = packed && inside ? IdxBytes.gzip(bytes) : bytes;
        for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return packed && !inside ? IdxBytes.gzip(bytes) : bytes;
    }
}
