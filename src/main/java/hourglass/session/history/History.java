package hourglass.session.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps that can be taken back and done again, newest first. What a step sets in motion while it is taken back is no step
 * of its own. The thread of the window.
 */
public final class History {
    /** Steps remembered; older ones go. */
    public static final int MOST = 200;
    /** Changes of one thing within this time are one gesture: a drag, a few presses of a key. */
    private static final long GESTURE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    private final LongSupplier nanos;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private boolean quiet;

    /** Something done, called by a name such as "hidden layer removed". */
    private record Step(
            String name,
            Runnable back,
            Runnable again,
            long when,
            @Nullable Object reached) {}

    /** With a clock that tells gestures apart. */
    public History(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A list that nobody looks at, for what is used without a window. */
    public static History unseen() {
        return new History(() -> 0);
    }

    /** Something was done; {@code back} brings the state before back and {@code again} the one after. */
    public void did(String name, Runnable back, Runnable again) {
        add(new Step(name, back, again, nanos.getAsLong(), null));
    }

    /** A value was changed by hand; equal values are no step, and changes that go on from one another in quick
     * succession under one name are one. */
    public <T> void changed(String name, T before, T now, Consumer<T> set) {
        if (before.equals(now)) {
            return;
        }
        Step step = new Step(name, () -> set.accept(before), () -> set.accept(now), nanos.getAsLong(), now);
        Step last = done.peek();
        boolean sameGesture = !quiet
                && last != null
                && undone.isEmpty()
                && before.equals(last.reached())
                && last.name().equals(name)
                && step.when() - last.when() < GESTURE_NANOS;
        if (sameGesture) {
            Step begun = Objects.requireNonNull(done.pop());
            step = new Step(name, begun.back(), step.again(), step.when(), now);
        }
        add(step);
    }

    private void add(Step step) {
        if (quiet) {
            return;
        }
        undone.clear();
        done.push(step);
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    /** Does this without remembering it: it was not done by hand. */
    public void quietly(Runnable task) {
        boolean before = quiet;
        quiet = true;
        try {
            task.run();
        } finally {
            quiet = before;
        }
    }

    /** Takes the newest step back and says its name; empty where there is none. */
    public Optional<String> undo() {
        Optional<Step> step = Optional.ofNullable(done.poll());
        step.ifPresent(last -> {
            undone.push(last);
            quietly(last.back());
        });
        return step.map(Step::name);
    }

    /** Does the step taken back last again and says its name; empty where there is none. */
    public Optional<String> redo() {
        Optional<Step> step = Optional.ofNullable(undone.poll());
        step.ifPresent(last -> {
            done.push(last);
            quietly(last.again());
        });
        return step.map(Step::name);
    }

    /** What would be taken back. */
    public Optional<String> next() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    /** What would be done again. */
    public Optional<String> nextAgain() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }
}
