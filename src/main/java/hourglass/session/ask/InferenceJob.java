package hourglass.session.ask;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.concurrent.Latest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Long work on one network in short steps, so that a hand on a slider does not wait for it. Any thread may look. */
public final class InferenceJob {
    private final InferenceService service;
    private final ModelSnapshot model;
    private final Steps steps;
    private final Latest<Phase> phase = new Latest<>(Phase.RUNNING);
    private final Latest<String> problem = new Latest<>("");
    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean queued = new AtomicBoolean(true);

    InferenceJob(InferenceService service, ModelSnapshot model, Steps steps) {
        this.service = service;
        this.model = model;
        this.steps = steps;
    }

    /** The work. */
    @FunctionalInterface
    public interface Steps {
        /** Does one step of some ten milliseconds at most on the inference thread; says whether there is another. */
        boolean next(Network network);
    }

    /** Where it stands. */
    public enum Phase {
        /** Under way, or held. */
        RUNNING,
        /** Every step was done. */
        DONE,
        /** No longer wanted. */
        CANCELLED,
        /** A step failed; {@link InferenceJob#problem} says why. */
        FAILED
    }

    void step() {
        queued.set(false);
        if (phase.get() != Phase.RUNNING || held.get()) {
            return;
        }
        try {
            if (steps.next(service.prepared(List.of(model)).get(0))) {
                queue();
            } else {
                phase.replace(Phase.RUNNING, Phase.DONE);
            }
        } catch (RuntimeException | Error failed) {
            problem.put(FailureSentence.of(failed));
            phase.replace(Phase.RUNNING, Phase.FAILED);
        }
    }

    private void queue() {
        if (queued.compareAndSet(false, true)) {
            service.execute(this::step);
        }
    }

    /** Waits after the step under way, because something else is urgent. */
    public void hold() {
        held.set(true);
    }

    /** Goes on after {@link #hold}; harmless otherwise. */
    public void goOn() {
        if (held.getAndSet(false) && phase.get() == Phase.RUNNING) {
            queue();
        }
    }

    /** Ends it after the step under way. */
    public void cancel() {
        phase.replace(Phase.RUNNING, Phase.CANCELLED);
    }

    /** Where it stands. */
    public Phase phase() {
        return phase.get();
    }

    /** Sentence for the user where it failed, else empty. */
    public String problem() {
        return problem.get();
    }
}
