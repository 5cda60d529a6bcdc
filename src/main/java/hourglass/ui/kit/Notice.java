package hourglass.ui.kit;

import org.jspecify.annotations.Nullable;

/** Something the user should know: what happened, what was kept, and what to do. */
public record Notice(Kind kind, String text, @Nullable Choice action) {
    /** How bad it is. */
    public enum Kind {
        INFO,
        SUCCESS,
        WARNING,
        ERROR
    }

    /** Without anything to do about it. */
    public Notice(Kind kind, String text) {
        this(kind, text, null);
    }
}
