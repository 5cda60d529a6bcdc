package hourglass.core.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A public data set of four IDX files, known by the hashes of its files and not by their names, which all of its kind share.
 *
 * @param key short name for folders, in lower case without blanks
 * @param name what people call it
 * @param credit one sentence for the user: what it shows, who made it, under which licence
 * @param classNames names of the classes by label
 * @param mirrors folders it can be downloaded from, best first, each ending with a slash; may be empty
 * @param files training images, training labels, test images and test labels, under the names of {@link #FILE_NAMES}
 */
public record OfficialSet(
        String key, String name, String credit, List<String> classNames, List<URI> mirrors, List<PackedFile> files) {
    /** What the four files are called, in the order of {@link #files}. */
    public static final List<String> FILE_NAMES = List.of(
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz",
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz");

    private static final String GZ = ".gz";
    private static final int TEST_LABELS = 3;

    /** Copies the lists and checks that all four files are there. */
    public OfficialSet {
        classNames = List.copyOf(classNames);
        mirrors = List.copyOf(mirrors);
        files = List.copyOf(files);
        List<String> names = files.stream().map(PackedFile::name).toList();
        if (!names.equals(FILE_NAMES)) {
            throw new IllegalArgumentException(name + ": expected the files " + FILE_NAMES + ", got " + names);
        }
    }

    /**
     * A gzip file, with everything needed to know it.
     *
     * @param name its name on the mirrors and on the disk, without any folder
     * @param length exact length in bytes, at least 1
     * @param sha256 lower-case hexadecimal SHA-256, 64 digits
     * @param contentSha256 the same of what it unpacks to, or null where nobody has published it
     */
    public record PackedFile(
            String name,
            long length,
            String sha256,
            @Nullable String contentSha256) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        /** Checks the name, the length and the hashes. */
        public PackedFile {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("expected a plain file name, got \"" + name + "\"");
            }
            if (length < 1) {
                throw new IllegalArgumentException(name + ": expected a length of at least 1 byte, got " + length);
            }
            for (String hash : contentSha256 == null ? List.of(sha256) : List.of(sha256, contentSha256)) {
                if (!SHA256.matcher(hash).matches()) {
                    throw new IllegalArgumentException(
                            name + ": expected a SHA-256 of 64 lower-case hexadecimal digits, got \"" + hash + "\"");
                }
            }
        }

        /** The name without .gz. */
        public String plainName() {
            return name.endsWith(GZ) ? name.substring(0, name.length() - GZ.length()) : name;
        }

        /** Whether a file that was read is this one, packed in whatever way or plain. */
        boolean is(IdxFile found) {
            return found.sha256().equals(sha256)
                    || (contentSha256 != null && found.contentSha256().equals(contentSha256));
        }
    }

    /** Whether it can be had where it is not at hand. */
    public boolean isDownloadable() {
        return !mirrors.isEmpty();
    }

    /** Bytes of a download. */
    public long downloadBytes() {
        return files.stream().mapToLong(PackedFile::length).sum();
    }

    /** Whether nobody has published what its files unpack to, so that plain files cannot be told. */
    boolean isKnownPackedOnly() {
        return files.stream().anyMatch(file -> file.contentSha256() == null);
    }

    /**
     * Whether a folder seems to have this set: all four files are there, each with or without .gz, and the smallest of
     * them, the test labels, is this set's. The others are looked at when they are read.
     */
    public boolean isIn(Path folder) {
        PackedFile telling = files.get(TEST_LABELS);
        try {
            return files.stream().allMatch(file -> Files.isRegularFile(locate(folder, file)))
                    && telling.is(IdxReader.labels(locate(folder, telling), () -> false));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Path locate(Path folder, PackedFile file) {
        Path packed = folder.resolve(file.name());
        Path plain = folder.resolve(file.plainName());
        return !Files.exists(packed) && Files.exists(plain) ? plain : packed;
    }

    /** The checksums of the packed files by name, however the set came, so that the same contents are known as the same. */
    Map<String, String> sums() {
        Map<String, String> sums = new TreeMap<>();
        files.forEach(file -> sums.put(file.name(), file.sha256()));
        return sums;
    }
}
