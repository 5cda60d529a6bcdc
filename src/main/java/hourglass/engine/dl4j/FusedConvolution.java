package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's convolution layer, with its parameters as they are, both passes done by {@link WindowKernel}. It takes and gives
 * flat blocks, channels last.
 */
final class FusedConvolution extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;
    private final transient LayerSpec.Convolution shape;
    private final transient Workshop workshop;
    private final Activation activation;

    /** The activation of the shape is left to the next layer where that is the loss. */
    FusedConvolution(LayerSpec.Convolution shape, Activation activation, Workshop workshop) {
        super(new Builder(shape.kernel(), shape.kernel())
                .nIn(shape.in().channels())
                .nOut(shape.out().channels())
                .stride(shape.stride(), shape.stride()));
        this.shape = shape;
        this.workshop = workshop;
        this.activation = activation;
        setActivationFn(Networks.stock(activation));
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
                new ComputedLayer(conf, type, WindowKernel.of(shape, workshop), activation),
                index,
                params,
                initializer().init(conf, params, initialise));
    }
}
