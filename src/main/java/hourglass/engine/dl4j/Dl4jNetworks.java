package hourglass.engine.dl4j;

import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.TrainableNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The door to DL4J: the only implementation of {@link NetworkFactory}. */
public final class Dl4jNetworks implements NetworkFactory {
    /** Matrix products this small lose more to starting a second thread than they gain; see decision 0004. */
    private static final int THREADS = 1;

    /** Loads the native library, which takes a second or more; call it off the window's thread. */
    public Dl4jNetworks() {
        // The backend must be found before its native operations can be asked for.
        Nd4j.getBackend();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
        org.bytedeco.openblas.global.openblas.blas_set_num_threads(THREADS);
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        return DenseNetwork.fresh(experiment, dense(experiment.model()));
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        DenseSpec dense = dense(spec);
        return new DenseNetwork(dense, 1e-3, new float[Math.toIntExact(spec.parameterCount())], Networks.Layers.FUSED);
    }

    @Override
    public int threads() {
        return THREADS;
    }

    private static DenseSpec dense(ModelSpec spec) {
        if (spec instanceof DenseSpec dense) {
            return dense;
        }
        throw new IllegalArgumentException("no network for " + spec.describe());
    }
}
