package hourglass.ui.latent;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceSlot;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks one kind of question of the inference thread and hands over the answer as soon as it is there, without waiting for
 * a tick. Answers to what was asked before {@link #forget} are dropped. FX thread.
 */
final class Desk<T> {
    private final InferenceSlot<T> slot;
    private final Consumer<T> taker;
    private final Problems problems;
    private long asked;
    private long firstWelcome;
    private long done;

    Desk(Asking asking, Consumer<T> taker) {
        slot = asking.inference().slot(asking.soon(), this::take);
        this.taker = taker;
        problems = asking.problems();
    }

    /** Replaces a question that still waits. */
    void ask(ModelSnapshot model, Function<Network, T> question) {
        asked = slot.ask(model, question);
    }

    /** Whether an answer is still to come. */
    boolean isWaiting() {
        return asked > done && asked >= firstWelcome;
    }

    /** Nothing asked so far is of interest any more. */
    void forget() {
        firstWelcome = asked + 1;
    }

    private void take(InferenceAnswer<T> answer) {
        if (answer.generation() < firstWelcome || answer.generation() <= done) {
            return;
        }
        done = answer.generation();
        problems.tell(this, answer.problem());
        answer.value().ifPresent(taker);
    }
}
