package hourglass.session.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.Checksums;
import hourglass.core.data.DataFormatException;
import hourglass.core.data.DataSet;
import hourglass.core.data.OfficialSet;
import hourglass.core.data.OfficialSet.PackedFile;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.data.download.Downloader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small sets under the official file names. */
class DataSourcesTest {
    @TempDir
    private Path folder;

    private final List<byte[]> ones = files(1);
    private final List<byte[]> twos = files(2);
    private final OfficialSet first = set("first", ones);
    private final OfficialSet second = set("second", twos);

    private static List<byte[]> files(int pixel) {
        byte[] images = gzip(ByteBuffer.allocate(17)
                .putInt(0x803)
                .putInt(1)
                .putInt(1)
                .putInt(1)
                .put((byte) pixel)
                .array());
        byte[] labels = gzip(ByteBuffer.allocate(9)
                .putInt(0x801)
                .putInt(1)
                .put((byte) (pixel - 1))
                .array());
        return List.of(images, labels, images, labels);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException inMemory) {
            throw new AssertionError(inMemory);
        }
        return out.toByteArray();
    }

    private static OfficialSet set(String key, List<byte[]> contents) {
        List<PackedFile> files = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            byte[] bytes = contents.get(i);
            files.add(new PackedFile(OfficialSet.FILE_NAMES.get(i), bytes.length, Checksums.ofBytes(bytes), null));
        }
        return new OfficialSet(key, "The " + key, "Forged.", List.of("one", "two"), List.of(), files);
    }

    private Path write(String name, List<byte[]> contents) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < contents.size(); i++) {
            Files.write(place.resolve(OfficialSet.FILE_NAMES.get(i)), contents.get(i));
        }
        return place;
    }

    private DataSources sources(Path... known) {
        return new DataSources(
                List.of(first, second),
                List.of(known),
                folder.resolve("cache"),
                Downloader.Policy.DEFAULT,
                (place, seed, cancelled) -> {
                    throw new DataFormatException("no pictures in " + place);
                },
                folder.resolve("remembered"));
    }

    @Test
    void eachSetIsFoundWhereItIsAndNotWhereAnotherOfTheSameFileNamesIs() throws IOException {
        Path place = write("somewhere", twos);
        DataSources sources = sources(place);
        assertEquals(Optional.empty(), sources.find(first));
        assertEquals(Optional.of(place), sources.find(second));
        Path cached = write("cache/first", ones);
        assertEquals(Optional.of(cached), sources.find(first));
        assertEquals(cached, sources.cache(first));
    }

    @Test
    void aFolderOpensUnderTheNameOfItsSetWithItsClasses() throws IOException {
        DataSet data = sources().read(write("somewhere", twos), new CancelToken());
        assertEquals("The second", data.name());
        assertEquals("two", data.test().className(0));
    }

    @Test
    void foldersOfTorchvisionOpenFromAboveAndFromWithin() throws IOException {
        write("root/FIRST/raw", ones);
        for (String name : List.of("root", "root/FIRST", "root/FIRST/raw")) {
            DataSet data = sources().read(folder.resolve(name), new CancelToken());
            assertEquals("The first", data.name());
            assertEquals(folder.resolve("root/FIRST/raw").toString(), data.location());
        }
        write("root/SECOND/raw", twos);
        String message = String.valueOf(
                assertThrows(DataFormatException.class, () -> sources().read(folder.resolve("root"), new CancelToken()))
                        .getMessage());
        assertTrue(message.contains("has several data sets: " + folder.resolve("root/FIRST/raw") + ", "), message);
    }

    @Test
    void otherFormsAreCalledByTheirNames() throws IOException {
        Path place = Files.createDirectories(folder.resolve("downloaded"));
        Path file = Files.writeString(place.resolve("mnist-train.parquet"), "PAR1");
        assertTrue(refusal(place).startsWith(place + " has parquet files. Hourglass reads a folder of four IDX files"));
        assertTrue(refusal(file).startsWith(file + " is a file. Hourglass reads a folder of four IDX files"));
        assertTrue(refusal(folder.resolve("nowhere")).startsWith("There is no folder "));
    }

    private String refusal(Path place) {
        return String.valueOf(
                assertThrows(DataFormatException.class, () -> sources().read(place, new CancelToken()))
                        .getMessage());
    }

    @Test
    void aSetWithoutAMirrorSaysSo() {
        String message = String.valueOf(assertThrows(
                        DataFormatException.class, () -> sources().download(first, new CancelToken(), progress -> {}))
                .getMessage());
        assertTrue(message.startsWith("The first is not on this machine, and no place is known"), message);
    }

    @Test
    void imagesThatLieOnTheirSideAreTurnedOnceAndRemembered() throws IOException {
        Path place = Files.createDirectories(folder.resolve("emnist-letters"));
        byte[] images = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4};
        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 1, 0};
        for (String part : List.of("train", "test")) {
            Files.write(place.resolve("emnist-letters-" + part + "-images-idx3-ubyte"), images);
            Files.write(place.resolve("emnist-letters-" + part + "-labels-idx1-ubyte"), labels);
        }
        DataSources sources = sources();
        DataSet stored = sources.read(place, new CancelToken());
        assertTrue(String.join(" ", stored.remarks()).contains("lying on their side"), "" + stored.remarks());
        assertTrue(sources.asksAboutTurning(stored));
        assertFalse(sources.asksAboutTurning(stored), "asked once");
        DataSet turned = sources.turned(stored);
        assertTrue(turned.isTurned());
        assertArrayEquals(new byte[] {1, 3, 2, 4}, turned.test().rawPixels());
        assertNotEquals(stored.fingerprint(), turned.fingerprint());
        DataSet again = sources().read(place, new CancelToken());
        assertArrayEquals(new byte[] {1, 3, 2, 4}, again.train().rawPixels());
        assertTrue(String.join(" ", again.remarks()).contains("as you chose"), "" + again.remarks());
        DataSet back = sources.turned(again);
        assertEquals(stored.fingerprint(), back.fingerprint());
        assertFalse(sources().read(place, new CancelToken()).isTurned());
        assertFalse(sources.asksAboutTurning(back));
    }
}
