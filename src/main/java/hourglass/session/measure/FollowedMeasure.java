package hourglass.session.measure;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.ask.Portion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A measure of a network that may go on learning. It is taken anew when the network has changed, though not more often than
 * after a pause, and one under way is let finish, or of a network that learns fast nothing would ever be seen. What is
 * known of an earlier moment stands until the newer is complete. One thread at a time.
 *
 * @param <K> says what is measured
 * @param <T> what comes of it; immutable
 */
public final class FollowedMeasure<K extends FollowedMeasure.Key<K>, T> {
    private final InferenceSlot<T> slot;
    private final Memory<K, T> memory;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private @Nullable K begun;
    private long begunAt;
    private @Nullable K shownKey;
    private Optional<T> shown = Optional.empty();
    private String problem = "";

    /** Measuring a network in training once in {@code pauseNanos} at most, by the clock {@code nanos}. */
    public FollowedMeasure(InferenceService inference, Memory<K, T> memory, long pauseNanos, LongSupplier nanos) {
        // What fails is looked for here with every wish.
        slot = inference.slot(Runnable::run, answer -> {});
        this.memory = memory;
        this.pauseNanos = pauseNanos;
        this.nanos = nanos;
    }

    /** What is measured; equal keys have equal measures. */
    public interface Key<K> {
        /** Whether this is only a later moment of the same, whose measure the earlier may stand for meanwhile. */
        boolean continues(K earlier);
    }

    /** Complete measures, the newest of them; several askers may share one. */
    public static final class Memory<K extends Key<K>, T> {
        private static final int KEPT = 24;

        private final Deque<Entry<K, T>> entries = new ArrayDeque<>();

        private record Entry<K, T>(K key, T measure) {}

        Optional<T> get(K key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::measure)
                    .findFirst();
        }

        void put(K key, T measure) {
            // Nobody asks again for an earlier moment of this run.
            entries.removeIf(old -> key.equals(old.key()) || key.continues(old.key()));
            entries.addFirst(new Entry<>(key, measure));
            if (entries.size() > KEPT) {
                entries.removeLast();
            }
        }
    }

    /**
     * Sees to it that this is being measured or known.
     *
     * @param model the network
     * @param measuring a fresh way to measure it, portion by portion
     */
    public void want(K key, ModelSnapshot model, Supplier<Function<Network, Portion<T>>> measuring) {
        take();
        Optional<T> known = memory.get(key);
        if (known.isPresent()) {
            if (!key.equals(begun)) {
                rest();
            }
            show(key, known);
            return;
        }
        if (begun == null || (!key.equals(begun) && isTimeFor(key, begun))) {
            problem = "";
            begun = key;
            begunAt = nanos.getAsLong();
            slot.begin(model, measuring.get());
        }
        slot.goOn();
        showProgress(key, begun);
    }

    private boolean isTimeFor(K key, K now) {
        return !key.continues(now) || (!slot.isWaiting() && nanos.getAsLong() - begunAt >= pauseNanos);
    }

    private void take() {
        boolean over = !slot.isWaiting();
        InferenceAnswer<T> newest = slot.newest();
        problem = newest.problem();
        K key = begun;
        if (key != null && over && newest.value().isPresent() && memory.get(key).isEmpty()) {
            memory.put(key, newest.value().get());
            // At once, because the next one may begin before anybody looks.
            showProgress(key, key);
        }
    }

    private void showProgress(K wanted, K now) {
        K before = shownKey;
        boolean older = before != null && shown.isPresent() && (wanted.continues(before) || before.equals(wanted));
        if (!older || memory.get(now).isPresent() || now.equals(before)) {
            show(now, slot.answer());
        }
    }

    private void show(K key, Optional<T> measure) {
        shownKey = key;
        shown = measure;
    }

    /** What is known of this, or of an earlier moment of it. */
    public Optional<T> of(K key) {
        K known = shownKey;
        return known != null && (known.equals(key) || key.continues(known)) ? shown : memory.get(key);
    }

    /** Whether something is being measured. */
    public boolean isBusy() {
        return begun != null && slot.isWaiting();
    }

    /** Share of what is being measured that is done, 0 … 1. */
    public double progress() {
        return slot.progress();
    }

    /** Why the last measure failed, in a sentence; empty when it did not. */
    public String problem() {
        return problem;
    }

    /** Leaves the inference thread to others until the next wish. */
    public void hold() {
        slot.hold();
    }

    /** Nobody looks any more: ends what is under way. What failed is tried again the next time. */
    public void rest() {
        if (isBusy() || !problem.isEmpty()) {
            slot.forget();
            begun = null;
            problem = "";
        }
    }
}
