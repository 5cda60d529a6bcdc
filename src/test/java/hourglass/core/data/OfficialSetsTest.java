package hourglass.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.OfficialSet.PackedFile;
import hourglass.testing.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Fashion-MNIST where it is at hand, and small forged sets under the same file names. */
class OfficialSetsTest {
    private static final List<String> KANA = List.of("o", "ki", "su");

    @TempDir
    private Path folder;

    private final List<byte[]> letters = contents(0, 1, 2);
    private final List<byte[]> digits = contents(2, 1, 0);
    private final OfficialSet packedOnly = forged("letters", KANA, letters, false);
    private final OfficialSet both = forged("digits", List.of("0", "1", "2"), digits, true);
    private final List<OfficialSet> known = List.of(both, packedOnly);

    /** Images and labels for training, the same for testing. */
    private static List<byte[]> contents(int... labels) {
        byte[] images = IdxBytes.images(labels.length, 4, 5 + labels[0]);
        return List.of(images, IdxBytes.labels(labels), images, IdxBytes.labels(labels));
    }

    static OfficialSet forged(String key, List<String> classes, List<byte[]> contents, boolean plainToo) {
        List<PackedFile> files = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            byte[] packed = IdxBytes.gzip(contents.get(i));
            @Nullable String plain = plainToo ? Checksums.ofBytes(contents.get(i)) : null;
            files.add(new PackedFile(OfficialSet.FILE_NAMES.get(i), packed.length, Checksums.ofBytes(packed), plain));
        }
        return new OfficialSet(key, "Set of " + key, "Forged.", classes, List.of(), files);
    }

    private void write(List<byte[]> contents) throws IOException {
        for (int i = 0; i < contents.size(); i++) {
            Files.write(folder.resolve(OfficialSet.FILE_NAMES.get(i)), IdxBytes.gzip(contents.get(i)));
        }
    }

    private void writePlain(List<byte[]> contents) throws IOException {
        for (int i = 0; i < contents.size(); i++) {
            Files.write(folder.resolve(OfficialSet.FILE_NAMES.get(i).replace(".gz", "")), contents.get(i));
        }
    }

    private String refusal() {
        return String.valueOf(assertThrows(DataFormatException.class, () -> IdxFolder.load(folder, known, () -> false))
                .getMessage());
    }

    @Test
    void packedFilesOpenByTheNameOfTheirSetWithItsClasses() throws IOException {
        write(letters);
        DataSet data = IdxFolder.load(folder, known, () -> false);
        assertEquals("Set of letters", data.name());
        assertEquals(KANA, data.train().classNames());
        assertEquals(DataOrigin.OFFICIAL, data.origin());
        assertTrue(data.is(packedOnly));
        assertFalse(data.is(both));
        assertTrue(packedOnly.isIn(folder));
        assertFalse(both.isIn(folder));
    }

    @Test
    void plainFilesOpenByNameWhereTheirContentsAreKnownAndHaveTheSameFingerprint() throws IOException {
        write(digits);
        String packed = IdxFolder.load(folder, known, () -> false).fingerprint();
        for (String name : OfficialSet.FILE_NAMES) {
            Files.delete(folder.resolve(name));
        }
        writePlain(digits);
        assertTrue(both.isIn(folder));
        DataSet plain = IdxFolder.load(folder, known, () -> false);
        assertEquals("Set of digits", plain.name());
        assertEquals(packed, plain.fingerprint());
    }

    @Test
    void knownFilesAreKnownUnderOtherNamesToo() throws IOException {
        List<String> names = List.of(
                "train-images.idx3-ubyte",
                "train-labels.idx1-ubyte",
                "t10k-images.idx3-ubyte",
                "t10k-labels.idx1-ubyte");
        for (int i = 0; i < names.size(); i++) {
            Files.write(folder.resolve(names.get(i)), digits.get(i));
        }
        assertTrue(IdxFolder.load(folder, known, () -> false).is(both));
    }

    @Test
    void plainFilesNobodyKnowsHaveClassesByNumberAndAreToldWhichAreKnownPackedOnly() throws IOException {
        writePlain(letters);
        DataSet own = IdxFolder.load(folder, known, () -> false);
        assertEquals(DataOrigin.IDX_FOLDER, own.origin());
        assertTrue(
                own.test().classNames().contains("Class 1"),
                own.test().classNames().toString());
        String remark = String.join(" ", own.remarks());
        assertTrue(
                remark.contains("Set of digits, Set of letters (Set of letters is known by its .gz files only)"),
                remark);
        assertTrue(remark.contains("classes.txt"), remark);
    }

    @Test
    void oneWrongFileAmongRightOnesIsNamed() throws IOException {
        write(letters);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.gzip(IdxBytes.labels(1, 1, 1)));
        String message = refusal();
        assertTrue(
                message.startsWith("t10k-labels-idx1-ubyte.gz in " + folder.toAbsolutePath()
                        + " is not Set of letters's file, though others beside it are"),
                message);
        assertFalse(packedOnly.isIn(folder));
    }

    @Test
    void aClassesFileSaysTheyAreSomebodysOwn() throws IOException {
        write(contents(1, 1, 0));
        assertEquals(
                "Class 1",
                IdxFolder.load(folder, known, () -> false).test().classNames().get(1));
        Files.writeString(folder.resolve("classes.txt"), "zero\none\n");
        DataSet own = IdxFolder.load(folder, known, () -> false);
        assertEquals(DataOrigin.IDX_FOLDER, own.origin());
        assertEquals(List.of("zero", "one"), own.test().classNames());
        assertEquals(List.of(), own.remarks());
    }

    @Test
    void everyEntryOfTheListCanBeUsed() {
        assertEquals(OfficialSets.FASHION_MNIST, OfficialSets.ALL.get(0), "the set that is looked for first");
        for (OfficialSet set : OfficialSets.ALL) {
            assertEquals(10, set.classNames().size(), set.name());
            assertTrue(set.isDownloadable() && set.credit().endsWith("."), set.name());
            assertTrue(
                    set.mirrors().stream().allMatch(mirror -> mirror.getPath().endsWith("/")), set.name());
        }
        long hashes = OfficialSets.ALL.stream()
                .flatMap(set -> set.files().stream())
                .map(PackedFile::sha256)
                .distinct()
                .count();
        assertEquals(4L * OfficialSets.ALL.size(), hashes);
    }

    @Test
    void classesStandInTheOrderOfTheirLabels() {
        assertEquals("0 1 2 3 4 5 6 7 8 9", String.join(" ", OfficialSets.MNIST.classNames()));
        assertEquals("o ki su tsu na ha ma ya re wo", String.join(" ", OfficialSets.KMNIST.classNames()));
    }

    @Test
    void unusableEntriesAreRefused() {
        List<PackedFile> wrongOrder = new ArrayList<>(both.files());
        Collections.reverse(wrongOrder);
        assertThrows(
                IllegalArgumentException.class, () -> new OfficialSet("x", "X", "X.", KANA, List.of(), wrongOrder));
        String hash = "0".repeat(64);
        for (String name : List.of("", "..", "a/b", "a\\b", ".hidden")) {
            assertThrows(IllegalArgumentException.class, () -> new PackedFile(name, 1, hash, null), name);
        }
        assertThrows(IllegalArgumentException.class, () -> new PackedFile("a", 0, hash, null));
        assertThrows(IllegalArgumentException.class, () -> new PackedFile("a", 1, "abc", null));
        assertThrows(IllegalArgumentException.class, () -> new PackedFile("a", 1, hash, "abc"));
    }

    @Test
    void realFashionMnistHasThePublishedCountsAndMoments() throws IOException {
        DataSet data = IdxFolder.load(RealData.require());
        assertTrue(data.is(OfficialSets.FASHION_MNIST));
        assertEquals(60_000, data.train().size());
        assertEquals(10_000, data.test().size());
        assertEquals("Ankle boot", data.train().className(0));
        double sum = 0;
        double squares = 0;
        byte[] pixels = data.train().rawPixels();
        for (byte pixel : pixels) {
            double value = (pixel & 0xff) / 255.0;
            sum += value;
            squares += value * value;
        }
        double mean = sum / pixels.length;
        assertEquals(0.2860, mean, 0.0005);
        assertEquals(0.3530, Math.sqrt(squares / pixels.length - mean * mean), 0.0005);
    }

    @Test
    void realPlainFilesAreKnownByTheirContents() throws IOException {
        Path real = RealData.require();
        for (PackedFile file : OfficialSets.FASHION_MNIST.files()) {
            assertEquals(file.length(), Files.size(real.resolve(file.name())));
            try (InputStream in = new GZIPInputStream(Files.newInputStream(real.resolve(file.name())))) {
                Files.copy(in, folder.resolve(file.plainName()));
            }
        }
        assertTrue(OfficialSets.FASHION_MNIST.isIn(folder));
        DataSet plain = IdxFolder.load(folder);
        DataSet packed = IdxFolder.load(real);
        assertEquals(packed.fingerprint(), plain.fingerprint());
        assertArrayEquals(packed.test().rawPixels(), plain.test().rawPixels());
    }
}
