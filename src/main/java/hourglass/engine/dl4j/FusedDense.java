package hourglass.engine.dl4j;

import hourglass.core.spec.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's dense layer with bias, activation and both passes done by {@link DenseKernel}. */
final class FusedDense extends DenseLayer {
    private static final long serialVersionUID = 1L;
    private final transient LayerSpec.Dense shape;

    FusedDense(LayerSpec.Dense shape) {
        this.shape = shape;
        setNIn(shape.inputs());
        setNOut(shape.outputs());
        setHasBias(true);
        setActivationFn(Networks.stock(shape.activation()));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            INDArray params,
            boolean initialise,
            DataType type) {
        DenseKernel kernel = new DenseKernel(shape.inputs(), shape.outputs());
        return Networks.installed(
                new ComputedLayer(conf, type, kernel, shape.activation()),
                index,
                params,
                initializer().init(conf, params, initialise));
    }
}
