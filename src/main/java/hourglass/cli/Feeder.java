package hourglass.cli;

import hourglass.session.concurrent.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that assembles the next batch while one is trained. */
final class Feeder {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);

    private Feeder() {}

    /** Close it after the training that uses it. */
    static Worker start() {
        return new Worker("feeder", Thread.NORM_PRIORITY, (name, problem) -> LOG.error("{} failed", name, problem));
    }
}
