package hourglass.core.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;

/**
 * Reads IDX files of images (magic 0x00000803) and labels (0x00000801), plain or gzipped; which of the two is told from
 * the first two bytes, not from the name.
 *
 * <p>Nothing a header says is believed: sizes are checked against limits and the file's length before memory is taken,
 * and of a gzip stream never more than the declared bytes plus one are unpacked. Format: LeCun, Cortes and Burges, "The
 * MNIST database of handwritten digits".
 */
public final class IdxReader {
    /** Most images or labels in a file. */
    public static final int MAX_COUNT = 2_000_000;

    /** Most rows and columns of an image. */
    public static final int MAX_SIDE = 256;

    /** Most bytes of pixels in a file: 1 GiB. */
    public static final long MAX_BYTES = 1L << 30;

    private static final int IMAGES = 0x803;
    private static final int LABELS = 0x801;
    private static final int FIRST_CHUNK = 1 << 16;

    // deflate packs at most 1032 : 1, so a header that promises more is a lie
    private static final int MAX_RATIO = 1032;

    /** Small enough to unpack whatever it is. */
    private static final long HARMLESS = 32L << 20;

    // sparse drawings pack to a twentieth; what packs to less than a hundredth is empty, or meant to fill the memory
    private static final int MAX_PLAUSIBLE_RATIO = 100;

    private final Path path;
    private final int magic;
    private final BooleanSupplier cancelled;

    private IdxReader(Path path, int magic, BooleanSupplier cancelled) {
        this.path = path;
        this.magic = magic;
        this.cancelled = cancelled;
    }

    /**
     * Reads a pair of files.
     *
     * @param images file of pixels
     * @param labels file of as many labels
     * @param classNames names by label, 1 to 256
     * @throws DataFormatException with a sentence for the user if a file is not what it should be
     * @throws IOException if a file cannot be read
     */
    public static ImageSet read(Path images, Path labels, List<String> classNames) throws IOException {
        return join(images(images, () -> false), labels(labels, () -> false), classNames);
    }

    static IdxFile images(Path path, BooleanSupplier cancelled) throws IOException {
        return new IdxReader(path, IMAGES, cancelled).read();
    }

    static IdxFile labels(Path path, BooleanSupplier cancelled) throws IOException {
        return new IdxReader(path, LABELS, cancelled).read();
    }

    /** Checks that labels belong to images and makes a set of them. */
    static ImageSet join(IdxFile images, IdxFile labels, List<String> classNames) throws DataFormatException {
        if (images.count() != labels.count()) {
            throw new DataFormatException(labels.path() + " has " + labels.count() + " labels, but "
                    + images.path().getFileName() + " has " + images.count() + " images; they do not belong together.");
        }
        byte[] values = labels.data();
        for (int i = 0; i < values.length; i++) {
            if ((values[i] & 0xff) >= classNames.size()) {
                throw new DataFormatException(labels.path() + " has label " + (values[i] & 0xff) + " at position " + i
                        + ", but there are only " + classNames.size() + " classes (0 to " + (classNames.size() - 1)
                        + ").");
            }
        }
        return ImageSet.owning(images.width(), images.height(), images.data(), values, classNames);
    }

    private IdxFile read() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw wrong(Files.exists(path) ? "is not a file" : "does not exist");
        }
        long length = Files.size(path);
        if (length == 0) {
            throw wrong("is empty");
        }
        if (length > MAX_BYTES + 16) {
            throw wrong("has " + length + " bytes, more than the " + MAX_BYTES + " this program reads");
        }
        MessageDigest digest = Checksums.sha256();
        try (InputStream file = WatchedStream.open(path, cancelled);
                BufferedInputStream in = new BufferedInputStream(new DigestInputStream(file, digest), 1 << 16)) {
            return isGzip(in) ? readGzip(in, length, digest) : readPlain(in, length, digest);
        } catch (ZipException e) {
            throw new DataFormatException(path + " is damaged: its gzip data cannot be unpacked; get it again.", e);
        } catch (EOFException e) {
            throw new DataFormatException(path + " is cut off: it ends too early; get it again.", e);
        }
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean result = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return result;
    }

    private IdxFile readPlain(InputStream in, long length, MessageDigest digest) throws IOException {
        byte[] header = header(in);
        int[] sizes = sizes(header);
        long expected = header.length + total(sizes);
        if (length != expected) {
            throw wrong("has " + length + " bytes, but its header says " + expected);
        }
        byte[] data = body(path, in, (int) total(sizes), (int) total(sizes));
        if (in.read() >= 0) {
            throw wrong("has more bytes than its header says");
        }
        return new IdxFile(path, header, sizes, data, Checksums.hex(digest));
    }

    private IdxFile readGzip(InputStream packed, long length, MessageDigest digest) throws IOException {
        ExactGzip in = new ExactGzip(packed);
        try {
            byte[] header = header(in);
            int[] sizes = sizes(header);
            long total = total(sizes);
            checkRatio(path, total, length);
            byte[] data = body(path, in, (int) total, (int) Math.min(total, Math.max(FIRST_CHUNK, 4 * length)));
            if (in.read() >= 0) {
                throw wrong("unpacks to more than the " + (header.length + total) + " bytes its header says");
            }
            if (in.hasMoreAfterEnd()) {
                throw wrong("has other bytes after the end of its gzip data");
            }
            return new IdxFile(path, header, sizes, data, Checksums.hex(digest));
        } finally {
            in.release();
        }
    }

    private byte[] header(InputStream in) throws IOException {
        byte[] start = in.readNBytes(4);
        if (start.length < 4) {
            throw wrong("is cut off within its header");
        }
        int found = ByteBuffer.wrap(start).getInt();
        if (found != magic) {
            throw wrong("starts with " + hex(found) + ", but IDX " + (magic == IMAGES ? "images start" : "labels start")
                    + " with " + hex(magic));
        }
        byte[] header = Arrays.copyOf(start, 4 + 4 * (magic & 0xff));
        if (in.readNBytes(header, 4, header.length - 4) < header.length - 4) {
            throw wrong("is cut off within its header");
        }
        return header;
    }

    private int[] sizes(byte[] header) throws DataFormatException {
        int[] sizes = new int[magic & 0xff];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = ByteBuffer.wrap(header).getInt(4 + 4 * i);
        }
        checkSizes(path, sizes);
        return sizes;
    }

    /**
     * The numbers in an array of images {@code [n, h, w]} or labels {@code [n]} from another kind of file, if it may be read.
     *
     * @param packedBytes what they take on the disk
     * @throws DataFormatException if there are too many, or more than such a file can hold
     */
    static int checkedTotal(Path path, int[] sizes, long packedBytes) throws DataFormatException {
        checkSizes(path, sizes);
        long total = total(sizes);
        checkRatio(path, total, packedBytes);
        checkRoom(path, total);
        return (int) total;
    }

    private static void checkSizes(Path path, int[] sizes) throws DataFormatException {
        String what = sizes.length > 1 ? " images" : " labels";
        if (sizes[0] <= 0 || sizes[0] > MAX_COUNT) {
            throw wrong(
                    path, "says it has " + Integer.toUnsignedString(sizes[0]) + what + ", expected 1 to " + MAX_COUNT);
        }
        for (int i = 1; i < sizes.length; i++) {
            if (sizes[i] <= 0 || sizes[i] > MAX_SIDE) {
                throw wrong(
                        path,
                        "says its images have a side of " + Integer.toUnsignedString(sizes[i])
                                + " pixels, expected 1 to " + MAX_SIDE);
            }
        }
        if (total(sizes) > MAX_BYTES) {
            throw wrong(
                    path,
                    "says it has " + total(sizes) + " pixels, more than the " + MAX_BYTES + " this program reads");
        }
    }

    private static void checkRatio(Path path, long total, long length) throws DataFormatException {
        if (total > length * MAX_RATIO) {
            throw wrong(path, "has " + length + " bytes, which cannot hold the " + total + " its header says");
        }
        if (total > HARMLESS && total > length * MAX_PLAUSIBLE_RATIO) {
            throw wrong(path, "would unpack from " + length + " to " + total + " bytes, more than pictures ever do");
        }
    }

    private static void checkRoom(Path path, long total) throws DataFormatException {
        long room = Runtime.getRuntime().maxMemory() / 2;
        if (total > room) {
            throw wrong(
                    path,
                    "has " + total + " pixels, but there is memory for " + room
                            + " only; give Java more with -Xmx, or use fewer images");
        }
    }

    private static long total(int[] sizes) {
        long total = 1;
        for (int size : sizes) {
            total *= size;
        }
        return total;
    }

    private static byte[] body(Path path, InputStream in, int total, int firstChunk) throws IOException {
        checkRoom(path, total);
        byte[] data = new byte[firstChunk];
        int filled = 0;
        while (true) {
            filled += in.readNBytes(data, filled, data.length - filled);
            if (filled < data.length) {
                throw wrong(path, "is cut off: its header says " + total + " bytes follow, but there are " + filled);
            }
            if (filled == total) {
                return data;
            }
            data = Arrays.copyOf(data, (int) Math.min(total, 2L * data.length));
        }
    }

    private static String hex(int value) {
        return "0x" + String.format(Locale.ROOT, "%08x", value);
    }

    private DataFormatException wrong(String what) {
        return wrong(path, what);
    }

    private static DataFormatException wrong(Path path, String what) {
        return new DataFormatException(path + " " + what + ".");
    }
}
