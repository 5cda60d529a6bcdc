package hourglass.session.concurrent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Says once and for all that a piece of work is no longer wanted; asked by the work, often. */
public final class CancelToken implements BooleanSupplier {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** Asks the work to end; harmless when repeated. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** {@link #isCancelled}, for rooms below that only know a {@link BooleanSupplier}. */
    @Override
    public boolean getAsBoolean() {
        return isCancelled();
    }

    /** Ends the calling work if it is no longer wanted. */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
