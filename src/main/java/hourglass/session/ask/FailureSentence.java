package hourglass.session.ask;

import hourglass.engine.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told of work that failed: a sentence for the window, the whole story for the log. */
final class FailureSentence {
    private static final Logger LOG = LoggerFactory.getLogger(FailureSentence.class);

    private FailureSentence() {}

    static String of(Throwable failed) {
        LOG.warn("inference failed", failed);
        if (failed instanceof OutOfMemoryError) {
            return "There was not enough memory to run this network.";
        }
        String message = failed.getMessage();
        boolean worded = failed instanceof IllegalArgumentException
                || failed instanceof IllegalStateException
                || failed instanceof EngineException;
        return worded && message != null && !message.isBlank()
                ? message
                : "The network could not be run; the log says what went wrong.";
    }
}
