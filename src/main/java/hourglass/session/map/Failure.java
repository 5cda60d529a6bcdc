package hourglass.session.map;

import hourglass.core.Reason;
import hourglass.engine.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sentence for a map that failed; what is not foreseen is logged in full. */
final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static String sentence(Throwable failed, EmbeddingRequest request) {
        if (failed instanceof OutOfMemoryError) {
            LOG.warn("no memory for a map of {} points", request.spec().points());
            return "There was not enough memory for a map of " + request.spec().points()
                    + " points; choose fewer points.";
        }
        String message = failed.getMessage();
        if (message != null && (failed instanceof IllegalArgumentException || failed instanceof EngineException)) {
            LOG.info("{}", message);
            return message;
        }
        LOG.error("the map failed", failed);
        return Reason.of(failed);
    }
}
