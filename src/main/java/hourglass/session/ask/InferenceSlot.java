package hourglass.session.ask;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.concurrent.Latest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One place for a question and one for its answer; the newest wins. Any thread may ask and look. */
public final class InferenceSlot<T> {
    private final InferenceService service;
    private final Delivery<T> delivery;
    private final AtomicLong generations = new AtomicLong();
    private final AtomicReference<@Nullable Question<T>> waiting = new AtomicReference<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final Latest<Optional<T>> answer = new Latest<>(Optional.empty());
    private final Latest<InferenceAnswer<T>> newest = new Latest<>(InferenceAnswer.none());

    InferenceSlot(InferenceService service, Delivery<T> delivery) {
        this.service = service;
        this.delivery = delivery;
    }

    private record Question<T>(long generation, List<ModelSnapshot> models, Function<List<Network>, T> work) {}

    /** Who hears of answers, and where; without an executor nobody does. */
    record Delivery<T>(@Nullable Executor window, Consumer<InferenceAnswer<T>> taker) {
        static <T> Delivery<T> none() {
            return new Delivery<>(null, answer -> {});
        }
    }

    /**
     * Asks; a question still waiting in this slot is dropped.
     *
     * @param work runs on the inference thread with a network that holds the snapshot's weights; gives an immutable value
     * @return generation of the question, which its answer carries
     */
    public long ask(ModelSnapshot model, Function<Network, T> work) {
        return askAll(List.of(model), networks -> work.apply(networks.get(0)));
    }

    /** Asks about up to four networks at once, which come in the order of their snapshots. */
    public long askAll(List<ModelSnapshot> models, Function<List<Network>, T> work) {
        long generation = generations.incrementAndGet();
        if (waiting.getAndSet(new Question<>(generation, List.copyOf(models), work)) == null) {
            service.execute(this::answerNewest);
        }
        return generation;
    }

    private void answerNewest() {
        Question<T> question = waiting.getAndSet(null);
        if (question == null) {
            return;
        }
        try {
            T value = question.work().apply(service.prepared(question.models()));
            answer.put(Optional.of(value));
            publish(new InferenceAnswer<>(question.generation(), Optional.of(value), ""));
        } catch (RuntimeException | Error failed) {
            publish(new InferenceAnswer<>(question.generation(), Optional.empty(), FailureSentence.of(failed)));
            if (delivery.window() == null) {
                // Nobody here is told, so whoever watches over the thread is.
                throw failed;
            }
        }
    }

    private void publish(InferenceAnswer<T> made) {
        newest.put(made);
        Executor window = delivery.window();
        // One message is enough for all answers that come before it is read.
        if (window != null && announced.compareAndSet(false, true)) {
            window.execute(this::deliver);
        }
    }

    private void deliver() {
        announced.set(false);
        delivery.taker().accept(newest.get());
    }

    /** The newest answer that did not fail; compare by identity with the one seen last. */
    public Optional<T> answer() {
        return answer.get();
    }

    /** The newest answer, failed or not, with its generation; compare by identity with the one seen last. */
    public InferenceAnswer<T> newest() {
        return newest.get();
    }
}
