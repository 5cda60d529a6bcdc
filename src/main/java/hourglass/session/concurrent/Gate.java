package hourglass.session.concurrent;

import java.util.function.BooleanSupplier;

/** Lets a working thread pass, wait, or pass once. */
public final class Gate {
    private boolean open;
    private int permits;

    /** Open or shut at first. */
    public Gate(State first) {
        open = first == State.OPEN;
    }

    /** The two states. */
    public enum State {
        /** Everybody passes. */
        OPEN,
        /** Everybody waits. */
        SHUT
    }

    /** Lets everybody pass from now on. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Makes everybody wait from now on. */
    public synchronized void shut() {
        open = false;
        permits = 0;
    }

    /** Lets one pass although it is shut. */
    public synchronized void permitOne() {
        permits++;
        notifyAll();
    }

    /** Wakes those who wait so that they look at their token. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Whether a pass would have to wait now. */
    public synchronized boolean wouldWait() {
        return !open && permits == 0;
    }

    /**
     * Passes, or waits until it may. Returns early, without having passed, when the token is cancelled or there is an
     * errand to run meanwhile; whoever causes either calls {@link #wake}.
     *
     * @return whether it passed
     */
    public synchronized boolean pass(CancelToken token, BooleanSupplier errand) {
        boolean interrupted = false;
        while (!open && permits == 0 && !token.isCancelled() && !errand.getAsBoolean()) {
            try {
                wait(1000);
            } catch (InterruptedException again) {
                interrupted = true;
                token.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (token.isCancelled() || (!open && permits == 0)) {
            return false;
        }
        if (!open) {
            permits--;
        }
        return true;
    }
}
