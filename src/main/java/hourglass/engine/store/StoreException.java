package hourglass.engine.store;

import java.io.IOException;

/** Something was not saved or not accepted; the message is one sentence for the user: which file, what, what to do. */
public sealed class StoreException extends IOException permits ModelFileException {
    private static final long serialVersionUID = 1L;

    StoreException(String sentence) {
        super(sentence);
    }

    StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
