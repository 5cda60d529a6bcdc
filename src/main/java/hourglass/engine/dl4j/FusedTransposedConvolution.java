package hourglass.engine.dl4j;

import hourglass.core.spec.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's transposed convolution, with its parameters as they are, both passes done by {@link WindowKernel}. It takes and
 * gives flat blocks, channels last.
 */
final class FusedTransposedConvolution extends Deconvolution2D {
    private static final long serialVersionUID = 1L;
    private final transient LayerSpec.TransposedConvolution shape;
    private final transient Workshop workshop;

    FusedTransposedConvolution(LayerSpec.TransposedConvolution shape, Workshop workshop) {
        super(new Builder(shape.kernel(), shape.kernel())
                .nIn(shape.in().channels())
                .nOut(shape.out().channels())
                .stride(shape.stride(), shape.stride()));
        this.shape = shape;
        this.workshop = workshop;
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
        return Networks.installed(
                new ComputedLayer(conf, type, WindowKernel.of(shape, workshop), shape.activation()),
                index,
                params,
                initializer().init(conf, params, initialise));
    }
}
