package hourglass.session.concurrent;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A mailbox of one place: the newest value wins, older ones are dropped unread. Any thread may put, any may look.
 *
 * <p>Readers compare the value with the one they saw last by identity; a value in it is deeply immutable.
 */
public final class Latest<T> {
    private final AtomicReference<T> value;

    /** Holding a first value, so that there is always something to show. */
    public Latest(T first) {
        value = new AtomicReference<>(first);
    }

    /** Replaces the value. */
    public void put(T newest) {
        value.set(newest);
    }

    /** The newest value; it stays. */
    public T get() {
        return Objects.requireNonNull(value.get());
    }

    /** Replaces the value by {@code next} if it is still {@code expected}. */
    public boolean replace(T expected, T next) {
        return value.compareAndSet(expected, next);
    }
}
