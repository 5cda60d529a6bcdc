package hourglass.engine.dl4j;

import hourglass.core.Computing;
import hourglass.core.Lanes;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.heap.LaneChoice;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.SpeedProbe;
import hourglass.engine.model.TrainableNetwork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The door to DL4J: the only implementation of {@link NetworkFactory}. */
public final class Dl4jNetworks implements NetworkFactory {
    /** Matrix products this small lose more to starting a second thread than they gain; see decision 0004. */
    private static final int BLAS_THREADS = 1;

    private final Lanes lanes;
    private final Map<Workload, LaneChoice> choices = new ConcurrentHashMap<>();

    private record Workload(ModelSpec spec, int batchSize) {}

    /** On the calling thread alone; see {@link #Dl4jNetworks(Lanes)}. */
    public Dl4jNetworks() {
        this(Lanes.ALONE);
    }

    /**
     * Loads the native library, which takes a second or more; call it off the window's thread.
     *
     * @param lanes share the training steps of convolutional networks where that is faster
     */
    public Dl4jNetworks(Lanes lanes) {
        this.lanes = lanes;
        // The backend must be found before its native operations can be asked for.
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(BLAS_THREADS);
        org.bytedeco.openblas.global.openblas.blas_set_num_threads(BLAS_THREADS);
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        boolean shared = experiment.model().layers().stream()
                .anyMatch(layer -> layer.volumeGiven().isPresent());
        Workload workload =
                new Workload(experiment.model(), experiment.training().batchSize());
        LaneChoice choice =
                shared ? choices.computeIfAbsent(workload, first -> new LaneChoice(lanes.most())) : new LaneChoice(1);
        return Dl4jNetwork.fresh(experiment, new Workshop(lanes), choice);
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return Dl4jNetwork.blank(spec);
    }

    @Override
    public SpeedProbe probe() {
        return new Dl4jProbe();
    }

    @Override
    public Computing computing() {
        return Computing.plain(lanes);
    }

    @Override
    public int threads() {
        return lanes.most();
    }
}
