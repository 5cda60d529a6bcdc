package hourglass.session.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * One named, long-lived background thread that runs tasks in order. An exception that escapes a task is reported, never
 * lost. The thread is a daemon, so that it cannot keep the program alive.
 */
public final class Worker implements Executor, AutoCloseable {
    private final ExecutorService executor;
    private final String name;
    private final BiConsumer<String, Throwable> onEscaped;

    /** With the thread's name and who hears of escaped exceptions (worker name, exception). */
    @SuppressWarnings("ThreadPriorityCheck") // the window comes first on a machine with few cores
    public Worker(String name, int priority, BiConsumer<String, Throwable> onEscaped) {
        this.name = name;
        this.onEscaped = onEscaped;
        executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        });
    }

    /** Queues a task; after {@link #close} it is silently dropped. */
    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(() -> run(task));
        } catch (RejectedExecutionException closed) {
            // The program is ending; nobody waits for this work any more.
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable escaped) {
            onEscaped.accept(name, escaped);
        }
    }

    /** Takes no more tasks and interrupts the one running; does not wait. */
    public void stop() {
        executor.shutdownNow();
    }

    /** Takes no more tasks and lets those queued finish, for up to {@code patience}; says whether they did. */
    public boolean finish(Duration patience) {
        executor.shutdown();
        return await(patience);
    }

    /** Takes no more tasks and waits up to {@code patience} for those running; says whether they ended. */
    public boolean close(Duration patience) {
        executor.shutdownNow();
        return await(patience);
    }

    private boolean await(Duration patience) {
        try {
            return executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@link #close(Duration)} with two seconds. */
    @Override
    public void close() {
        close(Duration.ofSeconds(2));
    }
}
