package hourglass.ui.kit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How a view is set: told, and set again. That waits until the view is shown, which only then knows its network and its
 * data. The thread of the window.
 *
 * @param <S> what is remembered of it
 */
public final class ViewMemory<S> {
    /** With every tick one; what has not come by then does not come. */
    private static final int MOST_TRIES = 900;

    private final Supplier<S> now;
    private final BooleanSupplier ready;
    private final Consumer<S> first;
    private final Predicate<S> rest;
    private Optional<S> waiting = Optional.empty();
    private int tries;

    /**
     * Of a view.
     *
     * @param now how it is set
     * @param ready whether it can be set
     * @param first sets what is there at once
     * @param rest sets what has to be computed first, once it is there; tried with each tick until it says that this is done
     */
    public ViewMemory(Supplier<S> now, BooleanSupplier ready, Consumer<S> first, Predicate<S> rest) {
        this.now = now;
        this.ready = ready;
        this.first = first;
        this.rest = rest;
    }

    /** Of a view where everything is there at once. */
    public ViewMemory(Supplier<S> now, BooleanSupplier ready, Consumer<S> first) {
        this(now, ready, first, all -> true);
    }

    /** How the view is set, or is about to be. */
    public S state() {
        return waiting.orElseGet(now);
    }

    /** Sets it again as soon as that can be. */
    public void restore(S state) {
        waiting = Optional.of(state);
        tries = 0;
    }

    /** Whether the view is set as was wanted last. */
    public boolean isSettled() {
        return waiting.isEmpty();
    }

    /** After each tick of the view. */
    public void tick() {
        if (waiting.isEmpty() || !ready.getAsBoolean()) {
            return;
        }
        S state = waiting.get();
        if (tries++ == 0) {
            first.accept(state);
        } else if (rest.test(state) || tries > MOST_TRIES) {
            waiting = Optional.empty();
        }
    }
}
