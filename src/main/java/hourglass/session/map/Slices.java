package hourglass.session.map;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work done a slice at a time: at most one slice of it is queued, so that asking twice does it once. */
final class Slices {
    private final Executor worker;
    private final Runnable slice;
    private final AtomicBoolean queued = new AtomicBoolean();

    Slices(Executor worker, Runnable slice) {
        this.worker = worker;
        this.slice = slice;
    }

    /** Queues the next slice unless one is queued already; the slice under way does not count. */
    void next() {
        if (queued.compareAndSet(false, true)) {
            worker.execute(() -> {
                queued.set(false);
                slice.run();
            });
        }
    }
}
