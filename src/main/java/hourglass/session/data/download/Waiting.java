package hourglass.session.data.download;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waiting in short slices, with a heartbeat in between that shows progress and ends the work when it was cancelled. So
 * no wait outlives a cancel by more than a slice, however silent the other side is.
 */
final class Waiting {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Runnable heartbeat;

    /** With what is called between slices; it throws {@link CancellationException} to end the wait. */
    Waiting(Runnable heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Something that can be waited for a little while. */
    @FunctionalInterface
    interface Source<T, X extends Exception> {
        /** What was waited for, or null if it did not come within {@code nanos}. */
        @Nullable
        T poll(long nanos) throws X, InterruptedException;
    }

    /** Beats once without waiting. */
    void beat() {
        heartbeat.run();
    }

    /** Waits for {@code source}, at most {@code limit}; null when the time is over. */
    <T, X extends Exception> @Nullable T upTo(Duration limit, Source<T, X> source) throws X {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                beat();
                long left = end - System.nanoTime();
                T got = source.poll(Math.max(0, Math.min(SLICE_NANOS, left)));
                if (got != null || left <= 0) {
                    return got;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(interrupted);
        }
    }

    /** Waits for the whole time. */
    void sleep(Duration time) {
        upTo(time, nanos -> {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return null;
        });
    }
}
