package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, and files that lie with a correct checksum. */
class HostileModelFileTest {
    private static final long MOST_MEMORY = 64L << 20;

    @TempDir
    Path folder;

    private final byte[] good = good();

    private static byte[] good() {
        try {
            return ModelFile.bytes(Samples.stored(1));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theCraftingToolMakesGoodFilesOfGoodParts() throws IOException {
        assertArrayEquals(good, crafted(header(), tensors()));
        assertEquals(Samples.stored(1), read(good));
    }

    @Test
    void everyFlippedByteIsNoticed() {
        for (int at = 0; at < good.length; at++) {
            for (int flip : new int[] {0x01, 0x20, 0x80, 0xff}) {
                byte[] bytes = good.clone();
                bytes[at] ^= (byte) flip;
                refused(bytes);
            }
        }
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        for (int length = 0; length < good.length; length++) {
            refused(Arrays.copyOf(good, length));
        }
        Path file = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(good, good.length - 1));
        Sentences.assertClear(
                assertThrows(ModelFileException.class, () -> ModelFile.read(file)), file.toString(), "cut short");
    }

    @Test
    void addedBytesAreNoticed() {
        Sentences.assertClear(refused(Arrays.copyOf(good, good.length + 1)), "added to");
        Sentences.assertClear(refused(Arrays.copyOf(good, good.length * 2)), "added to");
    }

    @Test
    void liesAboutTheHeadersLengthTakeNoMemory() {
        for (long lie : new long[] {
            Long.MIN_VALUE,
            -1,
            Long.MAX_VALUE,
            1L << 62,
            1L << 32,
            Integer.MAX_VALUE,
            5 << 20,
            good.length,
            good.length - 7,
            9,
            1,
            0
        }) {
            byte[] bytes = good.clone();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(lie);
            refused(bytes);
        }
        byte[] largest = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MIN_VALUE)
                .array();
        Sentences.assertClear(refused(largest), "9223372036854775808");
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        for (int bits : new int[] {0x7fc00000, 0xffffffff, 0x7f800000, 0xff800000}) {
            for (int at : new int[] {0, 21, 22, 65}) {
                byte[] tensors = tensors();
                ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).putInt(at * Float.BYTES, bits);
                Sentences.assertClear(refused(crafted(header(), tensors)), "not finite");
            }
        }
    }

    @Test
    void archivesAreNamedAndNotUnpacked() throws IOException {
        byte[] zeros = new byte[16 << 20];
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(zeros);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("model.safetensors"));
            out.write(zeros);
        }
        Sentences.assertClear(refused(gzip.toByteArray()), "gzip", "unpack");
        Sentences.assertClear(refused(zip.toByteArray()), "zip archive", "unpack");
    }

    @Test
    void otherKindsAreCalledByTheirNames() throws IOException {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "Git LFS pointer");
        kinds.put("<!DOCTYPE html>\n<html><body>404</body></html>", "web page");
        kinds.put("\n\n<HTML><head>", "web page");
        kinds.put("<?xml version='1.0'?><Error>", "XML");
        kinds.put("{\"model\": \"dense\", \"layers\": []}", "JSON");
        kinds.put("Once upon a time there was a network.", "a text");
        kinds.put("\u0089HDF\r\n\u001a\n\0\0\0\0\0\0\u00ff", "HDF5");
        kinds.put("\u0080\u0004\u0095\u0001\u0002\u0003\u0004\u0005\u0006", "Python objects");
        kinds.put("\u0093NUMPY\u0001\0v\0{'descr'", "NumPy");
        kinds.put("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "a picture");
        kinds.put("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0", "a picture");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            ModelFileException sentence = refused(kind.getKey().getBytes(StandardCharsets.ISO_8859_1));
            Sentences.assertClear(sentence, "it is ", kind.getValue());
            assertFalse(String.valueOf(sentence.getMessage()).contains("header"), sentence.getMessage());
        }
    }

    @Test
    void tensorsMustBeExactlyThoseOfTheNetwork() {
        lie("\"dtype\":\"F32\"", "\"dtype\":\"F64\"", "\"F64\" instead of F32");
        lie("\"shape\":[2,4]", "\"shape\":[4,2]", "shape [4, 2] instead of [2, 4]");
        lie("\"shape\":[2,4]", "\"shape\":[2147483647,2147483647]", "encoder.0.weight");
        lie("\"shape\":[2,4]", "\"shape\":[2,4,1]", "encoder.0.weight");
        lie("\"data_offsets\":[0,32]", "\"data_offsets\":[4,36]", "bytes [4, 36] instead of [0, 32]");
        lie("\"data_offsets\":[0,32]", "\"data_offsets\":[0,1099511627776]", "bytes [0, 1099511627776] instead");
        lie("\"data_offsets\":[0,32]", "\"data_offsets\":[-32,0]", "[-32, 0]");
        lie("\"data_offsets\":[32,40]", "\"data_offsets\":[0,8]", "encoder.0.bias");
        lie("\"encoder.0.bias\":", "\"encoder.1.bias\":", "encoder.0.bias");
        lie("\"encoder.0.bias\":", "\"encoder.0.weight\":", "given twice");
        lie("\"optimizer.first_moment\":", "\"optimizer.third_moment\":", "without the other");
        lie("\"dtype\":\"F32\",", "", "\"encoder.0.weight.dtype\" is missing");
        lie("\"dtype\":\"F32\",", "\"dtype\":\"F32\",\"stride\":1,", "\"encoder.0.weight.stride\" is unknown");
        String header = header().strip();
        String more = header.substring(0, header.length() - 1)
                + ",\"extra\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[264,264]}}";
        Sentences.assertClear(refused(crafted(more, tensors())), "\"extra\" that does not belong");
    }

    @Test
    void metadataMustBeWholeAndAgree() {
        lie("\"format\":\"hourglass-model\"", "\"format\":\"pt\"", "not saved by Hourglass");
        lie("\"hourglass-model\",\"version\":\"1\"", "\"hourglass-model\",\"version\":\"2\"", "version \"2\"");
        lie("\"app\":\"0.1.0\",", "", "\"__metadata__.app\" is missing");
        lie("\"app\":\"0.1.0\"", "\"app\":1", "\"__metadata__.app\" must be a text");
        lie("\"app\":", "\"more\":\"x\",\"app\":", "\"__metadata__.more\" is unknown");
        lie("\"data\":\"ab12", "\"data\":\"xy12", "different data");
        lie("\\\"codeSize\\\":2", "\\\"codeSize\\\":3", "shape");
        lie("\\\"iteration\\\":", "\\\"iteration\\\":900000000000", "counts beyond 2000000000");
        lie("\\\"epochs\\\":2,\\\"batch\\\"", "\\\"epochs\\\":2147483647,\\\"batch\\\"", "counts beyond 2000000000");
        lie("\\\"iteration\\\":", "\\\"iteration\\\":-", "counts of at least 0");
        lie("\\\"codeSize\\\":2", "\\\"codeSize\\\":0", "Code size must be between 1 and 4096");
        lie("\\\"iteration\\\":1", "\\\"iteration\\\":-1", "its progress is out of range");
        lie("\"history\":\"[[1,", "\"history\":\"[[1.5,", "history");
        lie("\"history\":\"[[1,", "\"history\":\"[[1,2,3,4,5],[1,7,", "history");
        lie("\"metrics\":\"{", "\"metrics\":\"{\\\"x\\\":\\\"y\\\",", "must be a finite number");
    }

    @Test
    void hugeNetworksInSmallFilesTakeNoMemory() {
        lie(
                "\\\"inputSize\\\":4,\\\"hidden\\\":[]",
                "\\\"inputSize\\\":16384,\\\"hidden\\\":[4096,4096]",
                "at most 50000000");
        String large = header().replace("\\\"inputSize\\\":4,", "\\\"inputSize\\\":16384,")
                .replace("\\\"codeSize\\\":2,", "\\\"codeSize\\\":1000,");
        Sentences.assertClear(refused(crafted(large, tensors())), "shape");
    }

    @Test
    void headersMadeToExhaustTheReaderAreRefused() {
        String start = header().substring(0, header().indexOf(",\"format\""));
        refused(crafted(start + ",\"x\":" + "[".repeat(4_000_000), new byte[0]));
        refused(crafted(start + ",\"x\":" + "{\"a\":".repeat(800_000), new byte[0]));
        StringBuilder keys = new StringBuilder(start);
        for (int i = 0; i < 400_000; i++) {
            keys.append(",\"").append(i).append("\":1");
        }
        refused(crafted(keys + "}}", new byte[0]));
        refused(crafted(start + ",\"" + "k".repeat(4_000_000) + "\":1}}", new byte[0]));
        refused(crafted(start + ",\"n\":" + "9".repeat(4_000_000) + "}}", new byte[0]));
        String rows = "[[],".repeat(1) + "[],".repeat(1_000_000) + "[]]";
        lie("\"history\":\"[[1,", "\"history\":\"" + rows + "[[1,", "history");
    }

    @Test
    void twoThousandMutationsAreRefusedClearly() {
        Random random = new Random(12);
        for (int i = 0; i < 2000; i++) {
            refused(mutated(random));
        }
    }

    @Test
    void twoThousandMutationsWithACorrectChecksumAreRefusedClearlyOrMakeAModel() throws IOException {
        Random random = new Random(13);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] header = header().getBytes(StandardCharsets.ISO_8859_1);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                String alphabet = "{}[]\",:0123456789.e-\\ul ";
                int at = 100 + random.nextInt(header.length - 100);
                header[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            byte[] bytes = crafted(new String(header, StandardCharsets.ISO_8859_1), tensors());
            try {
                assertEquals(
                        44, read(bytes).snapshot().optimiser().orElseThrow().size());
            } catch (ModelFileException expected) {
                Sentences.assertClear(expected, "It was not opened: ");
                refused++;
            }
        }
        assertTrue(refused > 1000, "only " + refused + " refused");
    }

    private byte[] mutated(Random random) {
        byte[] bytes = good.clone();
        while (Arrays.equals(bytes, good)) {
            switch (random.nextInt(4)) {
                case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(2 * good.length));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = random.nextInt(Math.min(64, bytes.length - from));
                    System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length), length);
                }
                default -> ByteBuffer.wrap(bytes).putLong(random.nextInt(bytes.length - 8), random.nextLong());
            }
        }
        return bytes;
    }

    private void lie(String truth, String lie, String part) {
        String header = header();
        assertTrue(header.contains(truth), truth + " in " + header);
        int at = header.indexOf(truth);
        String changed = header.substring(0, at) + lie + header.substring(at + truth.length());
        Sentences.assertClear(refused(crafted(changed, tensors())), part);
    }

    private String header() {
        int length = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return new String(good, 8, length, StandardCharsets.ISO_8859_1);
    }

    private byte[] tensors() {
        return Arrays.copyOfRange(good, good.length - 66 * Float.BYTES, good.length);
    }

    /** A file of these parts with the checksum that belongs to them. */
    private static byte[] crafted(String headerText, byte[] tensors) {
        byte[] header = headerText.getBytes(StandardCharsets.ISO_8859_1);
        Seal.open(header);
        byte[] length = ModelFile.lengthBytes(header.length);
        MessageDigest digest = Seal.digest();
        digest.update(length);
        digest.update(header);
        Seal.close(header, digest.digest(tensors));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(length);
        out.writeBytes(header);
        out.writeBytes(tensors);
        return out.toByteArray();
    }

    private static StoredModel read(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes), bytes.length, "It");
    }

    /** Reads what must be refused, with one clear sentence and little memory. */
    private static ModelFileException refused(byte[] bytes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ModelFileException thrown = assertThrows(ModelFileException.class, () -> read(bytes));
        long used = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(used < MOST_MEMORY, used + " bytes taken");
        Sentences.assertClear(thrown, "It was not opened: ");
        return thrown;
    }
}
