package hourglass.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one array of whole numbers from 0 to 255 as NumPy writes it ({@code .npy}, versions 1 to 3), pixels {@code [n × h ×
 * w]} or {@code [n × h·w]} or labels {@code [n]}. Python objects inside are refused and never run. Format: NumPy
 * Enhancement Proposal 1.
 */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 16;
    /** The memory for the numbers grows with those that come, whatever the header promises. */
    private static final int FIRST_CHUNK = 1 << 16;

    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final Pattern WHOLE = Pattern.compile("([<>|=])(?:u|i(?!1))([1248])");

    private final Path name;
    private final InputStream in;
    private final long packedBytes;

    private NpyReader(Path name, InputStream in, long packedBytes) {
        this.name = name;
        this.in = in;
        this.packedBytes = packedBytes;
    }

    /**
     * Reads it as an IDX file of the same contents.
     *
     * @param name by which sentences call it
     * @param packedBytes what it takes on the disk; what would unpack to far more is refused
     * @throws DataFormatException with a sentence for the user if it holds anything else
     */
    static IdxFile read(Path name, InputStream in, long packedBytes) throws IOException {
        return new NpyReader(name, in, packedBytes).read();
    }

    private IdxFile read() throws IOException {
        String header = header();
        if (ORDER.matcher(header).find()) {
            throw wrong("is stored column by column; save it again with numpy.ascontiguousarray");
        }
        Matcher type = WHOLE.matcher(found(TYPE, header).orElse("nothing"));
        if (!type.matches()) {
            throw wrong("holds " + said(found(TYPE, header).orElse("something else"))
                    + "; expected whole numbers from 0 to 255, such as uint8");
        }
        int[] sizes = sizes(found(SHAPE, header).orElse(""));
        int width = Integer.parseInt(type.group(2));
        int total = IdxReader.checkedTotal(name, sizes, packedBytes);
        byte[] data = numbers(total, width, type.group(1).equals(">"));
        byte[] idx = idxHeader(sizes);
        return new IdxFile(name, idx, sizes, data, Checksums.ofBytes(idx, data));
    }

    private String header() throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
            throw wrong("is no array of NumPy");
        }
        int bytes = start[6] == 1 ? 2 : 4;
        byte[] field = in.readNBytes(bytes);
        if (field.length < bytes) {
            throw cutOff();
        }
        ByteBuffer length = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN);
        int declared = bytes == 2 ? length.getShort() & 0xffff : length.getInt();
        if (declared <= 0 || declared > MAX_HEADER) {
            throw wrong("says that its header has " + Integer.toUnsignedString(declared) + " bytes, at most "
                    + MAX_HEADER + " are expected");
        }
        byte[] header = in.readNBytes(declared);
        if (header.length < declared) {
            throw cutOff();
        }
        return new String(header, StandardCharsets.UTF_8);
    }

    private static Optional<String> found(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String said(String type) {
        if (type.contains("O")) {
            return "Python objects, which Hourglass never runs";
        }
        return type.contains("f") ? "numbers with fractions (" + type + ")" : "numbers of the kind " + type;
    }

    /** {@code [n]}, or {@code [n, h, w]}; a last axis of one channel is left out, a row of pixels is a square. */
    private int[] sizes(String shape) throws DataFormatException {
        int[] sizes;
        try {
            sizes = Stream.of(shape.split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException tooLarge) {
            throw wrong("has the sizes (" + shape + "), which are more than this program reads");
        }
        if (sizes.length > 1 && sizes[sizes.length - 1] == 1) {
            sizes = Arrays.copyOf(sizes, sizes.length - 1);
        }
        if (sizes.length == 2) {
            int side = (int) Math.round(Math.sqrt(sizes[1]));
            if (side * side != sizes[1]) {
                throw wrong("has rows of " + sizes[1] + " numbers, which are no square of pixels");
            }
            return new int[] {sizes[0], side, side};
        }
        if (sizes.length != 1 && sizes.length != 3) {
            throw wrong("has the sizes (" + shape + "); expected images in grey (n, height, width) or labels (n)");
        }
        return sizes;
    }

    private byte[] numbers(int count, int width, boolean bigEndian) throws IOException {
        byte[] data = new byte[(int) Math.min(count, Math.max(FIRST_CHUNK, 4 * packedBytes))];
        byte[] block = new byte[width * Math.min(Math.max(1, count), 1 << 14)];
        for (int done = 0; done < count; ) {
            int now = Math.min(count - done, block.length / width);
            if (in.readNBytes(block, 0, now * width) < now * width) {
                throw cutOff();
            }
            if (done + now > data.length) {
                data = Arrays.copyOf(data, (int) Math.min(count, Math.max(done + now, 2L * data.length)));
            }
            for (int i = 0; i < now; i++) {
                data[done + i] = number(block, i * width, width, bigEndian);
            }
            done += now;
        }
        if (in.read() >= 0) {
            throw wrong("has more bytes than its header says");
        }
        return data;
    }

    private byte number(byte[] block, int at, int width, boolean bigEndian) throws DataFormatException {
        int low = bigEndian ? at + width - 1 : at;
        for (int i = at; i < at + width; i++) {
            if (i != low && block[i] != 0) {
                throw wrong("has numbers below 0 or above 255");
            }
        }
        return block[low];
    }

    private static byte[] idxHeader(int[] sizes) {
        byte[] start = {0, 0, 8, (byte) sizes.length};
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).put(start);
        for (int size : sizes) {
            header.putInt(size);
        }
        return header.array();
    }

    private DataFormatException cutOff() {
        return wrong("is cut off; get it again");
    }

    private DataFormatException wrong(String what) {
        return new DataFormatException(name + " " + what + ".");
    }
}
