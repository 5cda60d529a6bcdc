package hourglass.ui.latent;

import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Whom the models of one space ask: answers come to the FX thread as soon as they are there, and what could not be answered
 * lately is kept, a sentence for each kind of question, until the same kind is answered. FX thread.
 */
final class Questions {
    private final InferenceService inference;
    private final Executor soon;
    private final Map<Object, String> sentences = new LinkedHashMap<>();

    /** With what runs tasks on the FX thread. */
    Questions(InferenceService inference, Executor soon) {
        this.inference = inference;
        this.soon = soon;
    }

    /** A slot for one kind of question. */
    <T> InferenceSlot<T> slot(Consumer<T> taker) {
        Object kind = new Object();
        return inference.slot(soon, answer -> take(kind, answer, taker));
    }

    private <T> void take(Object kind, InferenceAnswer<T> answer, Consumer<T> taker) {
        if (answer.hasFailed()) {
            sentences.put(kind, answer.problem());
        } else {
            sentences.remove(kind);
        }
        answer.value().ifPresent(taker);
    }

    /** Nothing said so far matters any more. */
    void clear() {
        sentences.clear();
    }

    /** The oldest sentence that still holds; empty where there is none. */
    String problem() {
        return sentences.values().stream().findFirst().orElse("");
    }
}
