package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.testing.Allocated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files that promise much and hold little, or the other way round: refused for little. */
class HostileDataTest {
    @TempDir
    private Path folder;

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static byte[] zeros(int length) {
        return new byte[length];
    }

    /** Refused in a sentence with these words, for less than a small part of what is promised. */
    private static void refused(Executable reading, String... parts) {
        String[] message = {""};
        long bytes = Allocated.by(() -> message[0] =
                String.valueOf(assertThrows(DataFormatException.class, reading).getMessage()));
        for (String part : parts) {
            assertTrue(message[0].contains(part), message[0]);
        }
        assertTrue(message[0].endsWith("."), message[0]);
        assertTrue(bytes < Allocated.MOST, bytes + " bytes for: " + message[0]);
    }

    private Path gzip(byte[] header, byte[] body, int times) throws IOException {
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(header);
            for (int i = 0; i < times; i++) {
                out.write(body);
            }
        }
        return file;
    }

    private static byte[] idx(int... words) {
        return IdxBytes.file(new byte[0], words);
    }

    private static byte[] npy(String type, String shape) {
        String dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeBytes(new byte[] {(byte) dictionary.length(), 0});
        out.writeBytes(dictionary.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void aGzipBombIsRefusedByItsHeader() throws IOException {
        Path bomb = gzip(idx(0x803, 250_000, 28, 28), zeros(784_000), 250);
        refused(() -> IdxReader.images(bomb, () -> false), "would unpack from", "more than pictures ever do");
        Path labels = gzip(idx(0x801, 2_000_000), zeros(50_000), 400);
        refused(() -> IdxReader.labels(labels, () -> false), "unpacks to more than");
    }

    @Test
    void aGzipFileThatPromisesMoreThanItHoldsCostsWhatItHolds() throws IOException {
        Path lying = gzip(idx(0x803, 250_000, 28, 28), noise(2_500_000), 1);
        refused(() -> IdxReader.images(lying, () -> false), "is cut off", "196000000");
    }

    private Path npz(byte[] header, byte[] body, int times) throws IOException {
        Path file = folder.resolve("mnist.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x_train.npy"));
            zip.write(header);
            for (int i = 0; i < times; i++) {
                zip.write(body);
            }
            zip.closeEntry();
        }
        return file;
    }

    private static Executable arrays(Path place) {
        return () -> ArrayFolder.load(place, List.of(), () -> false);
    }

    @Test
    void anArchiveThatUnpacksToMuchIsRefused() throws IOException {
        refused(arrays(npz(npy("|u1", "(250000, 28, 28)"), zeros(784_000), 250)), "more than pictures ever do");
        refused(arrays(npz(npy("|u1", "(1, 28, 28)"), zeros(784_000), 250)), "more bytes than its header says");
        refused(arrays(npz(npy("|u1", "(250000, 28, 28)"), noise(2_500_000), 1)), "is cut off");
    }

    /** As in the archives of many entries that all lie over the same bytes. */
    @Test
    void entriesThatTogetherAreLongerThanTheFileAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(npz(npy("|u1", "(1000, 28, 28)"), noise(784_000), 1));
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        int start = in.getInt(end + 16);
        byte[] directory = Arrays.copyOfRange(bytes, start, end);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(bytes, start));
        int entries = 26;
        for (int i = 0; i < entries; i++) {
            directory[46] = (byte) ('a' + i); // the first letter of its name
            out.writeBytes(directory);
        }
        ByteBuffer tail =
                ByteBuffer.wrap(Arrays.copyOfRange(bytes, end, bytes.length)).order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(8, (short) entries).putShort(10, (short) entries).putInt(12, entries * directory.length);
        out.writeBytes(tail.array());
        Path file = Files.write(folder.resolve("many.npz"), out.toByteArray());
        refused(arrays(file), "more bytes than the file");
    }

    @Test
    void anArrayThatPromisesMoreThanItHoldsCostsWhatItHolds() throws IOException {
        byte[] header = npy("|u1", "(1000000, 28, 28)");
        byte[] bytes = Arrays.copyOf(header, header.length + 9_000_000);
        refused(arrays(Files.write(folder.resolve("x_train.npy"), bytes)), "x_train.npy");
        Files.delete(folder.resolve("x_train.npy"));
        refused(arrays(Files.write(folder.resolve("y.npy"), npy("<i8", "(2000000,)"))), "cannot hold");
        Files.write(folder.resolve("y.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 127});
        refused(arrays(folder.resolve("y.npy")), "its header has 2147483647 bytes");
    }

    @Test
    void aTableWithoutLinesIsRefusedAfterItsFirstPart() throws IOException {
        Path file = folder.resolve("train.csv");
        Files.write(file, "1,".repeat(15_000_000).getBytes(StandardCharsets.US_ASCII));
        refused(arrays(file), "line 1 has more than 524288 characters");
    }

    /** A ratio that deflate cannot reach, in a stream that is no gzip at all after its first bytes. */
    @Test
    void aHeaderAloneCostsNothing() throws IOException {
        byte[] cut = Arrays.copyOf(Files.readAllBytes(gzip(idx(0x803, 1_000_000, 28, 28), noise(100), 1)), 60);
        Path file = Files.write(folder.resolve("t.gz"), cut);
        refused(() -> IdxReader.images(file, () -> false), "cannot hold the 784000000");
    }

    @Test
    void readingEndsWithinAFileWhenItIsNotWanted() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Path big = gzip(idx(0x803, 5_000, 28, 28), noise(784_000), 5);
        assertThrows(CancellationException.class, () -> IdxReader.images(big, () -> asked.incrementAndGet() > 10));
        asked.set(0);
        Path array = npz(npy("|u1", "(5000, 28, 28)"), noise(784_000), 5);
        assertThrows(
                CancellationException.class,
                () -> ArrayFolder.load(array, List.of(), () -> asked.incrementAndGet() > 10));
        asked.set(0);
        Path table = Files.writeString(folder.resolve("train.csv"), "0,1,2,3,4\n".repeat(200_000));
        assertThrows(
                CancellationException.class,
                () -> ArrayFolder.load(table, List.of(), () -> asked.incrementAndGet() > 10));
    }
}
