package hourglass.session.project;

import hourglass.core.Reason;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How opening or saving a file went. Immutable.
 *
 * @param kind what happened
 * @param file the file
 * @param problem sentence for the user where it failed or something is to be said of it, else empty
 */
public record FileEvent(Kind kind, Path file, String problem) {
    /** What happened. */
    public enum Kind {
        /** Nothing yet. */
        NONE,
        /** Under way. */
        BUSY,
        /** A network was opened. */
        OPENED,
        /** A network was saved and read again. */
        SAVED,
        /** A file has weights and no settings; the problem says so. */
        SETTINGS_GONE,
        /** A file was refused. */
        OPEN_FAILED,
        /** A file could not be written. */
        SAVE_FAILED
    }

    /** Before anything happened. */
    public static final FileEvent NONE = new FileEvent(Kind.NONE, Path.of(""), "");

    static FileEvent failed(Kind kind, Path file, IOException why) {
        return new FileEvent(kind, file, Reason.of(why));
    }
}
