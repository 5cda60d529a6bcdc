package hourglass.session.data.download;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The sentences of this room. */
final class Words {
    private Words() {}

    /** A mirror as people call it: its host, and its port if that is not the usual one. */
    static String host(URI mirror) {
        return mirror.getPort() < 0 ? mirror.getHost() : mirror.getHost() + ":" + mirror.getPort();
    }

    /** A time such as "30 s" or "0.25 s". */
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** No mirror had a good copy. */
    static String noMirror(RemoteFile file, List<String> failures, String kept, Path folder) {
        return "Fashion-MNIST could not be downloaded, because for " + file.name() + " "
                + String.join(", and ", failures)
                + "; " + kept + "; Hourglass goes on with Sketchwear. Try again with ‘Download’, or put its files into "
                + folder + ".";
    }

    /** The files could not be written here. */
    static String notSaved(IOException cause, String kept, Path folder) {
        return "Fashion-MNIST could not be saved, because " + reason(cause, folder) + "; " + kept
                + "; Hourglass goes on with Sketchwear. Put this right and try again with ‘Download’, or start"
                + " Hourglass with --data and a folder that has its files.";
    }

    /** What of the download is there to stay. */
    static String kept(int complete, int of) {
        if (complete == 0) {
            return "nothing was kept";
        }
        return complete + " of " + of + " files " + (complete == 1 ? "was" : "were") + " kept";
    }

    private static String reason(IOException cause, Path folder) {
        String detail = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return folder + " is not a folder";
        }
        if (detail.contains("no space") || detail.contains("not enough space") || detail.contains("quota")) {
            return "the disk that holds " + folder + " is full";
        }
        if (cause instanceof AccessDeniedException || detail.contains("read-only")) {
            return folder + " may not be written to";
        }
        return folder + " could not be written to (" + cause.getMessage() + ")";
    }
}
