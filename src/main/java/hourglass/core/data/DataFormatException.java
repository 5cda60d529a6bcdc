package hourglass.core.data;

import java.io.IOException;

/** A data file that cannot be used; the message is one sentence for the user: which file, what is wrong. */
public final class DataFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With the sentence for the user. */
    public DataFormatException(String message) {
        super(message);
    }

    /** With the sentence for the user and what caused it. */
    public DataFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
