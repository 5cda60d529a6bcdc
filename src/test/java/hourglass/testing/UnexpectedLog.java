package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test during which Hourglass logs an error that nobody expected; registered for all tests. A failure that a
 * test provokes is caught with {@link ExpectedLog}, so that a green run prints no stack trace.
 */
public final class UnexpectedLog implements BeforeAllCallback, AfterEachCallback {
    private static final Watch WATCH = new Watch();

    @Override
    public void beforeAll(ExtensionContext context) {
        Logger root = Logger.getLogger("");
        if (!List.of(root.getHandlers()).contains(WATCH)) {
            root.addHandler(WATCH);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> seen = List.copyOf(WATCH.errors);
        WATCH.errors.clear();
        assertEquals(List.of(), seen, "logged as errors; what a test provokes it catches with ExpectedLog");
    }

    private static final class Watch extends Handler {
        private final Queue<String> errors = new ConcurrentLinkedQueue<>();

        Watch() {
            setLevel(Level.SEVERE);
        }

        @Override
        public void publish(LogRecord entry) {
            if (isLoggable(entry) && String.valueOf(entry.getLoggerName()).startsWith("hourglass.")) {
                errors.add(entry.getLoggerName() + ": " + entry.getMessage() + ": " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
