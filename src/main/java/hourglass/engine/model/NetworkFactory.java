package hourglass.engine.model;

import hourglass.core.Computing;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;

/** Makes networks; the one door to the library that computes them. */
public interface NetworkFactory {
    /** A fresh network with weights drawn from the experiment's seed. */
    TrainableNetwork trainable(Experiment experiment);

    /** A network without an optimiser; its weights come by {@link Network#load}. */
    Network evaluator(ModelSpec spec);

    /** Threads the computation uses now. */
    int threads();

    /** What its networks compute on; whoever computes beside them may use it too. */
    default Computing computing() {
        return Computing.PLAIN;
    }

    /**
     * What speed is measured with.
     *
     * @throws UnsupportedOperationException where these networks have nothing to be measured against
     */
    default SpeedProbe probe() {
        throw new UnsupportedOperationException("These networks have no speed to compare with.");
    }
}
