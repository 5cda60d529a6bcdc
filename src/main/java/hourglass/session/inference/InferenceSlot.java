package hourglass.session.inference;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.concurrent.Latest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One place for a question and one for its answer; the newest wins. Any thread may ask and look. */
public final class InferenceSlot<T> {
    private final InferenceService service;
    private final AtomicReference<@Nullable Question<T>> waiting = new AtomicReference<>();
    private final Latest<Optional<T>> answer = new Latest<>(Optional.empty());

    InferenceSlot(InferenceService service) {
        this.service = service;
    }

    private record Question<T>(ModelSnapshot model, Function<Network, T> work) {}

    /**
     * Asks; a question still waiting in this slot is dropped.
     *
     * @param work runs on the inference thread with a network that holds the snapshot's weights; gives an immutable value
     */
    public void ask(ModelSnapshot model, Function<Network, T> work) {
        if (waiting.getAndSet(new Question<>(model, work)) == null) {
            service.execute(this::answerNewest);
        }
    }

    private void answerNewest() {
        Question<T> question = waiting.getAndSet(null);
        if (question != null) {
            answer.put(Optional.of(service.evaluate(question.model(), question.work())));
        }
    }

    /** The newest answer; compare by identity with the one seen last. */
    public Optional<T> answer() {
        return answer.get();
    }
}
