package hourglass.session.inference;

import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Worker;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates networks on the {@code inference} thread, on copies of their weights; never on the network in training.
 *
 * <p>Questions come through slots: in each slot the newest question wins and the ones it overtook are dropped.
 */
public final class InferenceService {
    private final Worker worker;
    private final Supplier<NetworkFactory> networks;
    private @Nullable Network network;
    private @Nullable ModelSnapshot loaded;

    /** With the thread and the networks, which are asked for on that thread. */
    public InferenceService(Worker worker, Supplier<NetworkFactory> networks) {
        this.worker = worker;
        this.networks = networks;
    }

    /** A new slot, for one kind of question of one view. */
    public <T> InferenceSlot<T> slot() {
        return new InferenceSlot<>(this);
    }

    void execute(Runnable task) {
        worker.execute(task);
    }

    /** On the inference thread: the answer for one snapshot. */
    <T> T evaluate(ModelSnapshot model, Function<Network, T> question) {
        return question.apply(prepared(model));
    }

    private Network prepared(ModelSnapshot model) {
        Network ready = network;
        ModelSpec spec = model.experiment().model();
        if (ready == null || !ready.spec().equals(spec)) {
            // Forgotten before it is closed, so that a failure to make the next one leaves nothing closed in use.
            network = null;
            loaded = null;
            if (ready != null) {
                ready.close();
            }
            ready = networks.get().evaluator(spec);
            network = ready;
            loaded = null;
        }
        if (loaded != model) {
            ready.load(model.parameters());
            loaded = model;
        }
        return ready;
    }
}
