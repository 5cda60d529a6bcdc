package hourglass.testing;

import hourglass.session.concurrent.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Threads of a test, which notices what escapes from them. */
public final class Workers implements AutoCloseable {
    private static final int SECONDS = 20;

    private final List<Worker> all = new ArrayList<>();
    private final AtomicReference<Throwable> escaped = new AtomicReference<>();

    /** Another thread; it ends with the others. */
    public Worker named(String name) {
        Worker worker = new Worker(name, Thread.NORM_PRIORITY, (who, what) -> escaped.set(what));
        all.add(worker);
        return worker;
    }

    /** Until each of them, in their order, has done what it was given. */
    public void flush() throws InterruptedException {
        for (Worker worker : all) {
            flush(worker);
        }
    }

    /** Until one has done what it was given. */
    public static void flush(Worker worker) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        worker.execute(done::countDown);
        await(done);
    }

    /** Keeps one busy until the latch that is answered is down. */
    public static CountDownLatch hold(Worker worker) {
        CountDownLatch held = new CountDownLatch(1);
        worker.execute(() -> {
            try {
                await(held);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        return held;
    }

    /** Until {@code latch} is down. */
    public static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("waited in vain");
        }
    }

    /** Fails if a task failed. */
    public void check() {
        if (escaped.get() != null) {
            throw new AssertionError("a worker's task failed", escaped.get());
        }
    }

    @Override
    public void close() {
        all.forEach(Worker::close);
    }
}
