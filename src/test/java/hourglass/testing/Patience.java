package hourglass.testing;

import java.util.concurrent.TimeUnit;

/** For loops that wait for what another thread does: they end with a failure, not never. */
public final class Patience {
    private final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);

    /** Fails where what was waited for has not come in two minutes. */
    public void lasts() {
        if (System.nanoTime() > end) {
            throw new AssertionError("what was waited for never came");
        }
    }
}
