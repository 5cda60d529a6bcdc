package hourglass.session.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C for a command: asks its work to end and keeps the program alive until that work has put its results down. */
public final class Interruption implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final CancelToken token = new CancelToken();

    /** Listens from now on; the program waits up to {@code patience} for {@link #close}. */
    public Interruption(Duration patience) {
        Thread hook = new Thread(
                () -> {
                    token.cancel();
                    awaitEnd(patience);
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Does this when the program is asked to end: Ctrl-C, a closed terminal, a log-out. Not after a halt. */
    public static void atExit(Runnable last) {
        Runtime.getRuntime().addShutdownHook(new Thread(last, "exit"));
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cancelled when the user asks the program to end. */
    public CancelToken token() {
        return token;
    }

    /** The work has put its results down. */
    @Override
    public void close() {
        done.countDown();
    }
}
