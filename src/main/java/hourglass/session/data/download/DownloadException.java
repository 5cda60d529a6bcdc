package hourglass.session.data.download;

import java.io.IOException;

/** A download that did not succeed; the message tells the user what happened, what was kept and what to do. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With the sentence for the user and what caused it. */
    public DownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
