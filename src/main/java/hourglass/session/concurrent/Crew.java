package hourglass.session.concurrent;

import hourglass.core.Lanes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that stand by to compute pieces of a training step beside the thread that asks. Between two pieces of one step
 * they wait awake for a moment, because waking a thread takes longer than many a piece. They are daemons, so that they
 * cannot keep the program alive.
 */
public final class Crew implements Lanes, AutoCloseable {
    private static final long AWAKE_NANOS = 60_000;
    private static final int SPINS_BETWEEN_LOOKS = 64;
    private static final int SPINS_BEFORE_YIELDING = 2000;

    private final Thread[] helpers;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Job job;
    private volatile boolean closed;

    /** With {@code lanes} in all, the caller's among them. */
    @SuppressWarnings("ThreadPriorityCheck") // the window comes first on a machine with few cores
    public Crew(int lanes, int priority) {
        helpers = new Thread[Math.max(0, lanes - 1)];
        for (int i = 0; i < helpers.length; i++) {
            int lane = i + 1;
            Thread helper = new Thread(() -> stand(lane), "lane-" + lane);
            helper.setDaemon(true);
            helper.setPriority(priority);
            helpers[i] = helper;
            helper.start();
        }
    }

    @Override
    public int most() {
        return helpers.length + 1;
    }

    @Override
    public void each(int pieces, int lanes, Piece work) {
        int wanted = Math.min(Math.min(lanes, pieces), most());
        // Another caller has the crew; alone is as right, and sooner done than waiting.
        if (wanted <= 1 || closed || !busy.compareAndSet(false, true)) {
            ALONE.each(pieces, 1, work);
            return;
        }
        try {
            Job mine = new Job(pieces, wanted, work);
            job = mine;
            for (int i = 0; i < wanted - 1; i++) {
                LockSupport.unpark(helpers[i]);
            }
            mine.work(0);
            mine.await();
        } finally {
            job = null;
            busy.set(false);
        }
    }

    private void stand(int lane) {
        @Nullable Job done = null;
        long awakeUntil = System.nanoTime() + AWAKE_NANOS;
        while (!closed) {
            Job next = job;
            if (next != null && next != done) {
                if (lane < next.lanes) {
                    next.work(lane);
                }
                done = next;
                awakeUntil = System.nanoTime() + AWAKE_NANOS;
            } else if (System.nanoTime() < awakeUntil) {
                for (int i = 0; i < SPINS_BETWEEN_LOOKS && job == next; i++) {
                    Thread.onSpinWait();
                }
            } else {
                LockSupport.park(this);
                awakeUntil = System.nanoTime() + AWAKE_NANOS;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** The pieces of one call. */
    private static final class Job {
        private final int pieces;
        private final int lanes;
        private final Piece work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Job(int pieces, int lanes, Piece work) {
            this.pieces = pieces;
            this.lanes = lanes;
            this.work = work;
        }

        void work(int lane) {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                try {
                    work.compute(piece, lane);
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    ended.incrementAndGet();
                }
            }
        }

        @SuppressWarnings("ThreadPriorityCheck") // yields: the lane waited for may need this processor
        void await() {
            for (int spins = 0; ended.get() < pieces; spins++) {
                if (spins < SPINS_BEFORE_YIELDING) {
                    Thread.onSpinWait();
                } else {
                    // Where other programs keep the processors busy, a lane may be waiting for this one.
                    Thread.yield();
                }
            }
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
