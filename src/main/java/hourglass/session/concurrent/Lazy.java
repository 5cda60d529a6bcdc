package hourglass.session.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made by whoever asks first; others wait for it. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T value;

    /** With what makes it. */
    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
