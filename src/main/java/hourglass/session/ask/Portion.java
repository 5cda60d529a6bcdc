package hourglass.session.ask;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one portion of long work has come to. A portion takes some ten milliseconds at most, because a hand may wait for it.
 *
 * @param known what may be shown from now on, immutable; empty where that is nothing new, never in the last portion
 * @param done units of work done so far
 * @param total units in all, at least 1; the work is over when they are done
 */
public record Portion<T>(Optional<T> known, int done, int total) {
    /** Checks the counts. */
    public Portion {
        if (done < 0 || total < 1 || done > total) {
            throw new IllegalArgumentException("expected 0 to " + total + " units done, got " + done);
        }
        if (done == total && known.isEmpty()) {
            throw new IllegalArgumentException("expected the last portion to know what all of them found out");
        }
    }

    /** One of several, with nothing to show yet. */
    public static <T> Portion<T> of(int done, int total) {
        return new Portion<>(Optional.empty(), done, total);
    }

    /** The last one, or the only one. */
    public static <T> Portion<T> last(T value) {
        return new Portion<>(Optional.of(value), 1, 1);
    }

    /**
     * Portion after portion on the caller's thread.
     *
     * @return what the last one knows
     * @throws CancellationException if {@code cancelled} says so between two
     */
    public static <T> T all(Supplier<Portion<T>> next, BooleanSupplier cancelled) {
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            Portion<T> portion = next.get();
            if (portion.isLast()) {
                return portion.known().orElseThrow();
            }
        }
    }

    /** The same with something else made of what is known. */
    public <R> Portion<R> map(Function<T, R> change) {
        return new Portion<>(known.map(change), done, total);
    }

    /** Whether nothing is left to do. */
    public boolean isLast() {
        return done == total;
    }
}
