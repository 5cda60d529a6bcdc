package hourglass.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hourglass.core.spec.Experiment;
import hourglass.testing.Families;
import hourglass.testing.Families.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged and lying files of every family; {@link HostileModelFileTest} has what does not depend on it. */
class HostileFamiliesTest {
    private static final long MOST_MEMORY = 64L << 20;

    static Stream<Family> families() {
        return Families.all();
    }

    private static byte[] good(Experiment experiment) throws IOException {
        return ModelFile.bytes(new StoredModel(Samples.snapshot(experiment, 4), Map.of("mse", 0.01), "0.1.0"));
    }

    private static byte[] good(String family) throws IOException {
        return good(Families.all()
                .filter(found -> found.name().equals(family))
                .findFirst()
                .orElseThrow()
                .experiment());
    }

    @ParameterizedTest
    @MethodSource("families")
    void aGoodFileIsReadWholeAndTheCraftingToolMakesTheSame(Family family) throws IOException {
        byte[] good = good(family.experiment());
        assertEquals(Samples.snapshot(family.experiment(), 4), read(good).snapshot());
        assertArrayEquals(good, crafted(header(good), tensors(good)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void flippedBytesAreNoticed(Family family) throws IOException {
        byte[] good = good(family.experiment());
        int headerEnd = 8 + headerLength(good);
        Random random = new Random(31);
        // Every byte of the header; of the thousands of numbers, which are all alike to the seal, some.
        for (int at = 0; at < good.length; at += at < headerEnd ? 1 : 1 + random.nextInt(200)) {
            byte[] bytes = good.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            refused(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void truncationsAreNoticed(Family family) throws IOException {
        byte[] good = good(family.experiment());
        int headerEnd = 8 + headerLength(good);
        Random random = new Random(32);
        for (int length = 0; length < good.length; length += length < headerEnd ? 3 : 1 + random.nextInt(400)) {
            refused(Arrays.copyOf(good, length));
        }
        refused(Arrays.copyOf(good, good.length - 1));
    }

    @ParameterizedTest
    @MethodSource("families")
    void numbersThatAreNotFiniteAreRefused(Family family) throws IOException {
        byte[] good = good(family.experiment());
        int floats = tensors(good).length / Float.BYTES;
        for (int at : new int[] {0, floats / 3 - 1, floats / 3, floats - 1}) {
            for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                byte[] tensors = tensors(good);
                ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).putFloat(at * Float.BYTES, value);
                Sentences.assertClear(refused(crafted(header(good), tensors)), "not finite");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void mutatedHeadersWithACorrectChecksumAreRefusedClearlyOrMakeAWholeModel(Family family) throws IOException {
        byte[] good = good(family.experiment());
        Random random = new Random(33);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] header = header(good).getBytes(StandardCharsets.ISO_8859_1);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                String alphabet = "{}[]\",:0123456789.e-\\ul ";
                int at = 100 + random.nextInt(header.length - 100);
                header[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            byte[] bytes = crafted(new String(header, StandardCharsets.ISO_8859_1), tensors(good));
            try {
                StoredModel model = read(bytes);
                assertEquals(
                        model.snapshot().experiment().model().parameterCount(),
                        model.snapshot().parameters().size());
            } catch (ModelFileException expected) {
                Sentences.assertClear(expected, "It was not opened: ");
                refused++;
            }
        }
        assertTrue(refused > 200, "only " + refused + " refused");
    }

    @Test
    void aConvolutionalHeaderThatLiesIsRefused() throws IOException {
        String family = "convolutional";
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[2147483647,3]", "between 1 and 256");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[0,3]", "between 1 and 256");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[-4,3]", "between 1 and 256");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[]", "Stages must be between 1 and 6");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[4,3,4,3,4]", "vanish");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[256,256]", "shape");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":4", "channels");
        lie(family, "\\\"channels\\\":[4,3]", "\\\"channels\\\":[4,null]", "channels");
        lie(family, "\\\"channels\\\":[4,3]", many("\\\"channels\\\":[", "4,", 10_000, "3]"), "too many parts");
        lie(family, "\\\"kernel\\\":3", "\\\"kernel\\\":0", "at least 1");
        lie(family, "\\\"kernel\\\":3", "\\\"kernel\\\":9", "larger than the image");
        lie(family, "\\\"kernel\\\":3", "\\\"kernel\\\":2147483647", "larger than the image");
        lie(family, "\\\"kernel\\\":3", "\\\"kernel\\\":5", "shape");
        lie(family, "\\\"kernel\\\":3", "\\\"kernel\\\":3.5", "kernel");
        lie(family, "\\\"width\\\":8", "\\\"width\\\":2147483647", "between 2 and 128");
        lie(family, "\\\"height\\\":8", "\\\"height\\\":-8", "between 2 and 128");
        lie(family, "\\\"waist\\\":{", "\\\"waist\\\":{\\\"more\\\":1,", "more");
        lie(family, "\\\"codeSize\\\":0", "\\\"codeSize\\\":2147483647", "between 0 and 4096");
        lie(family, "\\\"codeSize\\\":0", "\\\"codeSize\\\":5", "encoder");
        lie(family, "\\\"hidden\\\":[]", "\\\"hidden\\\":[8]", "need a dense code");
        lie(family, "\\\"family\\\":\\\"convolutional\\\"", "\\\"family\\\":\\\"quantum\\\"", "quantum");
        lie(family, "\\\"family\\\":\\\"convolutional\\\"", "\\\"family\\\":\\\"dense\\\"", "missing");
    }

    @Test
    void aVariationalHeaderThatLiesIsRefused() throws IOException {
        String family = "variational convolutional, denoising";
        lie(family, "\\\"beta\\\":0.5", "\\\"beta\\\":-0.5", "between 0 and 100");
        lie(family, "\\\"beta\\\":0.5", "\\\"beta\\\":1e999", "beta");
        lie(family, "\\\"beta\\\":0.5", "\\\"beta\\\":null", "beta");
        lie(family, "\\\"warmUpEpochs\\\":6.5", "\\\"warmUpEpochs\\\":-1", "warm-up");
        lie(family, "\\\"likelihood\\\":\\\"bernoulli\\\"", "\\\"likelihood\\\":\\\"cauchy\\\"", "cauchy");
        lie(family, "\\\"codeSize\\\":2", "\\\"codeSize\\\":0", "code");
        lie(family, "\\\"codeSize\\\":2", "\\\"codeSize\\\":3", "shape");
        lie(family, "\\\"level\\\":0.2", "\\\"level\\\":1.2", "between 0 and 1");
        lie(
                family,
                "\\\"family\\\":\\\"convolutional\\\"",
                "\\\"family\\\":\\\"variational\\\"",
                "the field \"model.trunk.family\" must be dense or convolutional, not \"variational\"");
    }

    @Test
    void networksWithinNetworksAreRefusedHoweverDeep() throws IOException {
        String trunk = "\\\"trunk\\\":{\\\"family\\\":\\\"dense\\\"";
        for (int depth : new int[] {1, 5, 8, 1000, 100_000}) {
            String nested = "\\\"trunk\\\":{\\\"family\\\":\\\"variational\\\",".repeat(depth) + trunk;
            lie("variational", trunk, nested, "It was not opened");
        }
    }

    private static String many(String start, String part, int times, String end) {
        return start + part.repeat(times) + end;
    }

    private static void lie(String family, String truth, String lie, String part) throws IOException {
        byte[] good = good(family);
        String header = header(good);
        int at = header.indexOf(truth);
        assertTrue(at >= 0, truth + " in " + header);
        String changed = header.substring(0, at) + lie + header.substring(at + truth.length());
        Sentences.assertClear(refused(crafted(changed, tensors(good))), part);
    }

    private static int headerLength(byte[] bytes) {
        return (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static String header(byte[] bytes) {
        return new String(bytes, 8, headerLength(bytes), StandardCharsets.ISO_8859_1);
    }

    private static byte[] tensors(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 8 + headerLength(bytes), bytes.length);
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
        ByteBuffer file = ByteBuffer.allocate(length.length + header.length + tensors.length);
        return file.put(length).put(header).put(tensors).array();
    }

    private static StoredModel read(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes), bytes.length, "It");
    }

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
