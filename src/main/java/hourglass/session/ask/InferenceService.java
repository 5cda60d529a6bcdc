package hourglass.session.ask;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Evaluates networks on the {@code inference} thread, on copies of their weights; never on the network in training.
 *
 * <p>Questions come through slots: in each slot the newest question wins and the ones it overtook are dropped. Long work
 * comes through slots too, in portions, between which the questions of the others are answered. A few networks are kept
 * ready, so that views may compare several without preparing them anew each time.
 */
public final class InferenceService {
    private final Worker worker;
    private final NetworkCache networks;

    /** With the thread and the networks, which are asked for on that thread. */
    public InferenceService(Worker worker, Supplier<NetworkFactory> networks) {
        this.worker = worker;
        this.networks = new NetworkCache(networks);
    }

    /** A new slot, for one kind of question of one view that looks for answers itself. */
    public <T> InferenceSlot<T> slot() {
        return new InferenceSlot<>(this, InferenceSlot.Delivery.none());
    }

    /**
     * A new slot whose newest answer is brought to {@code taker} as soon as it is there, failed ones included.
     *
     * @param window where the taker is called, such as the thread of the window
     */
    public <T> InferenceSlot<T> slot(Executor window, Consumer<InferenceAnswer<T>> taker) {
        return new InferenceSlot<>(this, new InferenceSlot.Delivery<>(window, taker));
    }

    void execute(Runnable task) {
        worker.execute(task);
    }

    /** On the inference thread: networks that hold these snapshots, in their order. */
    List<Network> prepared(List<ModelSnapshot> models) {
        if (models.size() > NetworkCache.CAPACITY) {
            throw new IllegalArgumentException("expected a question about at most " + NetworkCache.CAPACITY
                    + " networks, got one about " + models.size());
        }
        List<Network> ready = new ArrayList<>();
        models.forEach(model -> ready.add(networks.prepared(model, models)));
        return ready;
    }
}
