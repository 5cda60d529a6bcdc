package hourglass.session.data;

import hourglass.core.data.Checksums;
import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which data are shown with rows and columns exchanged, because they are stored so: asked once and remembered in a small
 * file of the user's data folder, by the contents of the data.
 */
final class ImageTurns {
    private static final Logger LOG = LoggerFactory.getLogger(ImageTurns.class);
    private static final long MAX_BYTES = 1 << 20;
    /** A set whose images all lie on their side. */
    private static final String LYING = "emnist";

    private static final String TURNED = "Rows and columns of the images are exchanged, as you chose for these data.";
    private static final String LIES =
            "EMNIST stores its images lying on their side; they can be turned, in the window's"
                    + " Data view or with --turned.";

    private final Path file;

    ImageTurns(Path file) {
        this.file = file;
    }

    /** The data as they are wanted, with a word about it. */
    DataSet applied(DataSet stored) {
        Optional<Boolean> answer = answer(stored);
        if (answer.orElse(false)) {
            return said(stored.turned(), TURNED);
        }
        return answer.isEmpty() && isLying(stored) ? said(stored, LIES) : said(stored);
    }

    private static DataSet said(DataSet data, String... words) {
        List<String> remarks = new ArrayList<>(data.remarks());
        remarks.removeAll(List.of(TURNED, LIES));
        remarks.addAll(List.of(words));
        return remarks.equals(data.remarks()) ? data : data.withRemarks(remarks);
    }

    /** Whether to ask: nobody has answered, and the name says that they lie on their side. */
    boolean isOpen(DataSet data) {
        return !data.isTurned() && isLying(data) && answer(data).isEmpty();
    }

    private static boolean isLying(DataSet data) {
        String names = data.location() + " " + data.sha256().keySet();
        return data.origin() == DataOrigin.IDX_FOLDER
                && names.toLowerCase(Locale.ROOT).contains(LYING);
    }

    private Optional<Boolean> answer(DataSet stored) {
        return Optional.ofNullable(read().getProperty(key(stored))).map(Boolean::valueOf);
    }

    /** Remembers what is wanted of data that are as they are stored. */
    synchronized void remember(DataSet stored, boolean turned) {
        Properties all = read();
        all.setProperty(key(stored), Boolean.toString(turned));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                all.store(out, null);
            }
        } catch (IOException unwritable) {
            LOG.warn("what was chosen for these images is not remembered", unwritable);
        }
    }

    private static String key(DataSet stored) {
        return Checksums.ofBytes(stored.fingerprint().getBytes(StandardCharsets.UTF_8));
    }

    private Properties read() {
        Properties all = new Properties();
        try {
            if (Files.isRegularFile(file) && Files.size(file) < MAX_BYTES) {
                try (InputStream in = Files.newInputStream(file)) {
                    all.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("which images are turned was not read", unreadable);
        }
        return all;
    }
}
