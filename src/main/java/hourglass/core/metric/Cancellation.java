package hourglass.core.metric;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Ends work that is no longer wanted. */
final class Cancellation {
    private Cancellation() {}

    static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }
}
