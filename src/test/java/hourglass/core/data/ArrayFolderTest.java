package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFolderTest {
    private static final byte[] FOUR = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (byte) 255};

    @TempDir
    private Path folder;

    /** As numpy.save writes it. */
    private static byte[] npy(String type, String shape, byte... data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String header = dictionary + " ".repeat(63 - (10 + dictionary.length()) % 64) + "\n";
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeBytes(new byte[] {(byte) header.length(), (byte) (header.length() >> 8)});
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static void zip(Path file, Map<String, byte[]> arrays) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
    }

    private static byte[] labels(int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return bytes;
    }

    private void keras(String pixelType, byte[] pixels, String labelType, byte[] trainLabels) throws IOException {
        zip(
                folder.resolve("mnist.npz"),
                Map.of(
                        "x_train", npy(pixelType, "(4, 2, 2)", pixels),
                        "y_train", npy(labelType, "(4,)", trainLabels),
                        "x_test", npy("|u1", "(2, 2, 2)", new byte[8]),
                        "y_test", npy("|u1", "(2,)", labels(1, 0))));
    }

    private DataSet load() throws IOException {
        return ArrayFolder.load(folder, List.of(), () -> false);
    }

    private void refuses(String... parts) {
        String message = String.valueOf(
                assertThrows(DataFormatException.class, this::load).getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void theFileOfKerasOpensByItselfAndInItsFolder() throws IOException {
        keras("|u1", FOUR, "|u1", labels(0, 1, 1, 0));
        for (Path place : List.of(folder, folder.resolve("mnist.npz"))) {
            assertTrue(ArrayFolder.has(place));
            DataSet data = ArrayFolder.load(place, List.of(), () -> false);
            assertEquals(4, data.train().size());
            assertEquals(2, data.test().size());
            assertEquals(2, data.train().width());
            assertEquals(1, data.test().label(0));
            assertEquals(1f, data.train().image(3)[3]);
            assertEquals(4, data.sha256().size());
        }
        Files.writeString(folder.resolve("classes.txt"), "zero\none\n");
        assertEquals(List.of("zero", "one"), load().test().classNames());
    }

    @Test
    void widerNumbersOfEitherOrderAreTheSame() throws IOException {
        byte[] wide = new byte[32];
        for (int i = 0; i < 16; i++) {
            wide[2 * i + 1] = FOUR[i];
        }
        byte[] eight = new byte[32];
        eight[8] = 1;
        keras(">u2", wide, "<i8", eight);
        DataSet data = load();
        assertEquals(1f, data.train().image(3)[3]);
        assertEquals(1, data.train().label(1));
        wide[0] = 1;
        keras(">u2", wide, "<i8", eight);
        refuses("mnist.npz", "x_train", "below 0 or above 255");
    }

    @Test
    void kmnistsFourFilesAreToldApartByTheirNames() throws IOException {
        zip(folder.resolve("kmnist-train-imgs.npz"), Map.of("arr_0", npy("|u1", "(4, 2, 2)", FOUR)));
        zip(folder.resolve("kmnist-train-labels.npz"), Map.of("arr_0", npy("|u1", "(4,)", labels(1, 2, 3, 1))));
        zip(folder.resolve("kmnist-test-imgs.npz"), Map.of("arr_0", npy("|u1", "(1, 2, 2)", new byte[4])));
        zip(folder.resolve("kmnist-test-labels.npz"), Map.of("arr_0", npy("|u1", "(1,)", labels(3))));
        DataSet data = load();
        assertEquals(List.of("Class 1", "Class 2", "Class 3"), data.train().classNames());
        assertEquals(2, data.test().label(0));
        assertEquals(4, data.sha256().size(), data.sha256().toString());
    }

    @Test
    void contentsOfAnOfficialSetAreKnown() throws IOException {
        byte[] trainImages = IdxBytes.images(2, 2, 2);
        byte[] trainLabels = IdxBytes.labels(0, 1);
        byte[] testImages = IdxBytes.images(1, 2, 2);
        byte[] testLabels = IdxBytes.labels(1);
        zip(
                folder.resolve("x.npz"),
                Map.of(
                        "train_images", npy("|u1", "(2, 2, 2)", tail(trainImages, 16)),
                        "train_labels", npy("|u1", "(2,)", tail(trainLabels, 8)),
                        "test_images", npy("|u1", "(1, 2, 2)", tail(testImages, 16)),
                        "test_labels", npy("|u1", "(1,)", tail(testLabels, 8))));
        OfficialSet set = OfficialSetsTest.forged(
                "digits", List.of("0", "1"), List.of(trainImages, trainLabels, testImages, testLabels), true);
        DataSet data = ArrayFolder.load(folder, List.of(set), () -> false);
        assertEquals("Set of digits", data.name());
        assertEquals(DataOrigin.OFFICIAL, data.origin());
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    @Test
    void otherArraysAreRefusedByWhatTheyHold() throws IOException {
        keras("<f4", new byte[64], "|u1", labels(0, 1, 1, 0));
        refuses("x_train", "numbers with fractions", "uint8");
        keras("|O", FOUR, "|u1", labels(0, 1, 1, 0));
        refuses("Python objects, which Hourglass never runs");
        keras("|u1", new byte[15], "|u1", labels(0, 1, 1, 0));
        refuses("x_train", "cut off");
        keras("|u1", new byte[17], "|u1", labels(0, 1, 1, 0));
        refuses("more bytes");
        zip(folder.resolve("mnist.npz"), Map.of("x_train", npy("|u1", "(2000000, 200, 200)")));
        refuses("more than the");
        zip(folder.resolve("mnist.npz"), Map.of("x_train", npy("|u1", "(99999999999, 28, 28)")));
        refuses("more than this program reads");
        zip(folder.resolve("mnist.npz"), Map.of("x_train", npy("|u1", "(400, 200, 200)")));
        refuses("cannot hold");
        zip(folder.resolve("mnist.npz"), Map.of("x_train", npy("|u1", "(4, 2, 2)", FOUR)));
        refuses("has no training labels");
        Files.writeString(folder.resolve("mnist.npz"), "PK");
        refuses("damaged or no npz file");
    }

    @Test
    void aTableOfKaggleGivesEverySixthLineForTesting() throws IOException {
        StringBuilder table = new StringBuilder("label,pixel1,pixel2,pixel3,pixel4\r\n");
        for (int i = 0; i < 12; i++) {
            table.append(i % 3).append(',').append(i).append(",0,255,7\r\n");
        }
        Path file = Files.writeString(folder.resolve("train.csv"), table);
        DataSet data = ArrayFolder.load(file, List.of(), () -> false);
        assertEquals(10, data.train().size());
        assertEquals(2, data.test().size());
        assertArrayEquals(new float[] {6 / 255f, 0, 1, 7 / 255f}, data.test().image(1), 1e-6f);
        assertEquals(1, data.train().label(0));
        assertTrue(
                String.join(" ", data.remarks()).contains("every sixth"),
                data.remarks().toString());
    }

    @Test
    void tablesWithoutAHeadingAndWithTheClassLastAreReadToo() throws IOException {
        Files.writeString(folder.resolve("mnist_train.csv"), "1,0,0,0,255\n0,9,9,9,9\n");
        Files.writeString(folder.resolve("mnist_test.csv"), "\"a\",b,c,d,\"class\"\n1,2,3,4,1.0\n");
        DataSet data = load();
        assertEquals(2, data.train().size());
        assertEquals(1, data.test().size());
        assertEquals(1, data.train().label(0));
        assertEquals(1, data.test().label(0));
        assertEquals(4 / 255f, data.test().image(0)[3], 1e-6f);
        assertEquals(List.of(), data.remarks());
    }

    @Test
    void aTableThatIsNoneSaysWhere() throws IOException {
        Path file = folder.resolve("train.csv");
        Files.writeString(file, "label,a,b,c,d\n0,1,2,3,4\n0,1,2,300,4\n");
        refuses("line 3, column 4", "\"300\"");
        Files.writeString(file, "label,a,b,c,d\n0,1,2,3\n");
        refuses("line 2 has 4 columns, but the first has 5");
        Files.writeString(file, "label,a,b,c\n0,1,2,3\n");
        refuses("no square of pixels");
        Files.writeString(file, "label,a,b,c,d\n");
        refuses("has no images");
        Files.writeString(file, "hello\n");
        refuses("one column only");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        refuses("not a table in text");
        assertFalse(ArrayFolder.has(folder.resolve("nothing")));
    }
}
