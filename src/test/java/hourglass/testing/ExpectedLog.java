package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What a class logs while a test provokes a failure: nothing of it is printed, and {@link #assertSaid} sees that it was
 * said. What is logged as an error without this fails the test ({@link UnexpectedLog}).
 */
public final class ExpectedLog implements AutoCloseable {
    private final Logger logger;
    private final boolean printedBefore;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            Throwable thrown = entry.getThrown();
            said.add(entry.getMessage() + (thrown == null ? "" : ": " + thrown.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private ExpectedLog(String name) {
        logger = Logger.getLogger(name);
        printedBefore = logger.getUseParentHandlers();
        handler.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** Of one class, which may be package-private elsewhere: by its full name. */
    public static ExpectedLog of(String className) {
        return new ExpectedLog(className);
    }

    /** Of one class. */
    public static ExpectedLog of(Class<?> owner) {
        return of(owner.getName());
    }

    /** Fails unless something was logged that holds these words, in its message or that of its exception. */
    public void assertSaid(String words) {
        assertTrue(said.stream().anyMatch(line -> line.contains(words)), "\"" + words + "\" is not among " + said);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(printedBefore);
    }
}
