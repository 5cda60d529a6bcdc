package hourglass.session.concurrent;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A named daemon thread that does something short every so often, whatever the window does. */
public final class Pulse implements AutoCloseable {
    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> beats;

    /** Begins after one period; {@code onEscaped} hears of what escapes (thread name, exception), and it goes on. */
    public Pulse(String name, Duration period, Runnable beat, BiConsumer<String, Throwable> onEscaped) {
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        long nanos = period.toNanos();
        beats = executor.scheduleAtFixedRate(() -> guarded(name, beat, onEscaped), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private static void guarded(String name, Runnable beat, BiConsumer<String, Throwable> onEscaped) {
        try {
            beat.run();
        } catch (Throwable escaped) {
            onEscaped.accept(name, escaped);
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        executor.shutdownNow();
    }
}
