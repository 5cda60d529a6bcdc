package hourglass.core.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The checked contents of one IDX file. Owns {@code data}; a reader hands it on and forgets it.
 *
 * <p>A class and not a record, because it carries naked arrays from one reader to the next and nowhere else.
 */
final class IdxFile {
    private final Path path;
    private final byte[] header;
    private final int[] sizes;
    private final byte[] data;
    private final String sha256;
    private @Nullable String content;

    IdxFile(Path path, byte[] header, int[] sizes, byte[] data, String sha256) {
        this.path = path;
        this.header = header;
        this.sizes = sizes;
        this.data = data;
        this.sha256 = sha256;
    }

    Path path() {
        return path;
    }

    /** Whether these are images; labels have one size only. */
    boolean hasImages() {
        return sizes.length > 1;
    }

    /** Each {@code step}-th of its items ({@code taken}), or all others; {@code step} at least 2. */
    IdxFile every(int step, boolean taken) {
        int item = data.length / count();
        int multiples = (count() + step - 1) / step;
        int kept = taken ? multiples : count() - multiples;
        byte[] chosen = new byte[kept * item];
        for (int i = 0, at = 0; i < count(); i++) {
            if ((i % step == 0) == taken) {
                System.arraycopy(data, i * item, chosen, at, item);
                at += item;
            }
        }
        int[] fewer = sizes.clone();
        fewer[0] = kept;
        String part = taken ? " (test)" : " (train)";
        return new IdxFile(
                path.resolveSibling(path.getFileName() + part), header, fewer, chosen, Checksums.ofBytes(chosen));
    }

    /** Number of images or labels. */
    int count() {
        return sizes[0];
    }

    int height() {
        return sizes[1];
    }

    int width() {
        return sizes[2];
    }

    /** Pixels or labels, {@code [count × height × width]} or {@code [count]}; the caller becomes the owner. */
    byte[] data() {
        return data;
    }

    /** Of the file as it lies on the disk. */
    String sha256() {
        return sha256;
    }

    /** Of the file as it is without gzip. */
    String contentSha256() {
        if (content == null) {
            content = Checksums.ofBytes(header, data);
        }
        return content;
    }
}
