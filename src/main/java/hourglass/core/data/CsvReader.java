package hourglass.core.data;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of images in the layout of Kaggle and OpenML: a line an image, a column a pixel from 0 to 255, and one
 * column of labels, which the heading calls {@code label} or {@code class}; without a heading it is the first.
 */
final class CsvReader {
    private static final long MAX_FILE = 1L << 30;
    /** Enough for the widest image that is read, with room for spaces and decimals. */
    private static final int MAX_LINE = IdxReader.MAX_SIDE * IdxReader.MAX_SIDE * 8;

    private static final Set<String> LABELS = Set.of("label", "labels", "class", "target", "y");

    private final Path file;
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream(1 << 16);
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
    private int columns;
    private int labelColumn;
    private int line;

    private CsvReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the images and their labels, in this order.
     *
     * @throws DataFormatException with a sentence for the user if the file is no such table
     */
    static List<IdxFile> read(Path file, BooleanSupplier cancelled) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new DataFormatException(
                    file + " has " + Files.size(file) + " bytes, more than the " + MAX_FILE + " this program reads.");
        }
        return new CsvReader(file).read(cancelled);
    }

    private List<IdxFile> read(BooleanSupplier cancelled) throws IOException {
        try (InputStream in = WatchedStream.open(file, cancelled);
                Reader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1 << 16)) {
            for (String text = line(lines); text != null; text = line(lines)) {
                line++;
                if (!text.isBlank()) {
                    take(text);
                }
            }
        } catch (CharacterCodingException notText) {
            throw new DataFormatException(file + " is not a table in text.", notText);
        }
        if (labels.size() == 0) {
            throw new DataFormatException(file + " has no images.");
        }
        int side = (int) Math.round(Math.sqrt(columns - 1));
        if (side * side != columns - 1) {
            throw new DataFormatException(
                    file + " has " + (columns - 1) + " columns of pixels, which are no square of pixels.");
        }
        int[] sizes = {labels.size(), side, side};
        IdxReader.checkedTotal(file, sizes, Files.size(file));
        return List.of(part(sizes, pixels.toByteArray()), part(new int[] {labels.size()}, labels.toByteArray()));
    }

    /** The next line, however it ends, or null after the last; a file without ends of lines never fills the memory. */
    private @Nullable String line(Reader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (text.length() == MAX_LINE) {
                throw new DataFormatException(file + ", line " + (line + 1) + " has more than " + MAX_LINE
                        + " characters, so it is no image.");
            }
            if (next != '\r') {
                text.append((char) next);
            }
            next = lines.read();
        }
        return text.toString();
    }

    private void take(String text) throws DataFormatException {
        if (columns == 0) {
            String[] first = text.split(",", -1);
            columns = first.length;
            if (columns < 2) {
                throw new DataFormatException(file + " is not a table of images: its first line has one column only;"
                        + " expected a label and a column for each pixel, with commas between.");
            }
            if (isHeading(first)) {
                return;
            }
        }
        row(text);
    }

    private boolean isHeading(String[] first) {
        boolean heading = false;
        for (int column = 0; column < first.length; column++) {
            String name = first[column].replace("\uFEFF", "").replace("\"", "").strip();
            heading |= number(name, 0, name.length()) == null;
            if (LABELS.contains(name.toLowerCase(Locale.ROOT))) {
                labelColumn = column;
            }
        }
        return heading;
    }

    private void row(String text) throws DataFormatException {
        int column = 0;
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            Integer value = number(text, from, to);
            if (value == null) {
                throw new DataFormatException(file + ", line " + line + ", column " + (column + 1)
                        + ": expected a whole number from 0 to 255, got \"" + shortened(text.substring(from, to))
                        + "\".");
            }
            (column == labelColumn ? labels : pixels).write(value);
            column++;
            from = to + 1;
        }
        if (pixels.size() > Runtime.getRuntime().maxMemory() / 4) {
            throw new DataFormatException(file
                    + " has more pixels than there is memory for; give Java more with -Xmx, or" + " use fewer lines.");
        }
        if (column != columns) {
            throw new DataFormatException(
                    file + ", line " + line + " has " + column + " columns, but the first has " + columns + ".");
        }
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    /** A whole number from 0 to 255, also as {@code 12.0}; null where there is none. */
    private static @Nullable Integer number(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (end - start > 2 && text.startsWith(".0", end - 2)) {
            end -= 2;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return null;
            }
            value = value * 10 + digit - '0';
            if (value > 255) {
                return null;
            }
        }
        return end > start ? value : null;
    }

    private IdxFile part(int[] sizes, byte[] data) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).putInt(0x800 + sizes.length);
        for (int size : sizes) {
            header.putInt(size);
        }
        return new IdxFile(file, header.array(), sizes, data, Checksums.ofBytes(header.array(), data));
    }
}
