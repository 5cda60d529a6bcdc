package hourglass.engine.heap;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Lanes;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.SpeedProbe;
import hourglass.engine.model.TrainableNetwork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Networks on heap arrays, which load no library of machine code. */
public final class HeapNetworks implements NetworkFactory {
    private final Products products;
    private final Lanes lanes;
    private final Supplier<SpeedProbe> probe;
    private final Map<Workload, LaneChoice> choices = new ConcurrentHashMap<>();

    private record Workload(ModelSpec spec, int batchSize) {}

    /**
     * With these products.
     *
     * @param lanes share the training steps where that is faster
     * @param probe made when speed is measured
     */
    public HeapNetworks(Products products, Lanes lanes, Supplier<SpeedProbe> probe) {
        this.products = products;
        this.lanes = lanes;
        this.probe = probe;
    }

    /** The products as plain loops, which run everywhere. */
    public static Products plainProducts() {
        return new PlainProducts();
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        Workload workload =
                new Workload(experiment.model(), experiment.training().batchSize());
        LaneChoice choice = choices.computeIfAbsent(workload, first -> new LaneChoice(lanes.most()));
        return HeapNetwork.fresh(experiment, products, lanes, choice);
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return HeapNetwork.blank(spec, products);
    }

    @Override
    public int threads() {
        return lanes.most();
    }

    @Override
    public SpeedProbe probe() {
        return probe.get();
    }
}
