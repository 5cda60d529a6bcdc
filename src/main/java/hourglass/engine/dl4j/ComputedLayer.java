package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A DL4J layer at work whose passes are done by a {@link LayerKernel}; what it takes and gives are flat blocks. */
final class ComputedLayer extends BaseLayer<FeedForwardLayer> implements Releasable {
    private static final long serialVersionUID = 1L;
    private final transient LayerKernel kernel;
    private final Activation activation;

    ComputedLayer(NeuralNetConfiguration conf, DataType type, LayerKernel kernel, Activation activation) {
        super(conf, type);
        this.kernel = kernel;
        this.activation = activation;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        INDArray out = memory.createUninitialized(
                ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {input.size(0), kernel.outputs()}, 'c');
        kernel.forward(
                input,
                getParam(DefaultParamInitializer.WEIGHT_KEY),
                getParam(DefaultParamInitializer.BIAS_KEY),
                out,
                activation);
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
        kernel.error(epsilon, activation);
        return gradients(this, kernel, input, gradientViews, memory);
    }

    /** Both gradients into DL4J's views and the error below; shared with the output layer. */
    static Pair<Gradient, INDArray> gradients(
            BaseLayer<?> layer,
            LayerKernel kernel,
            INDArray input,
            Map<String, INDArray> views,
            LayerWorkspaceMgr memory) {
        INDArray weightGradient = Networks.present(views.get(DefaultParamInitializer.WEIGHT_KEY));
        INDArray biasGradient = Networks.present(views.get(DefaultParamInitializer.BIAS_KEY));
        INDArray below = memory.createUninitialized(
                ArrayType.ACTIVATION_GRAD, DataType.FLOAT, new long[] {input.size(0), input.size(1)}, 'c');
        INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
        // Nothing reads the error of the pixels themselves, so the first layer leaves it unset.
        kernel.backward(input, weights, weightGradient, biasGradient, layer.getIndex() > 0 ? below : null);
        Gradient gradient = new DefaultGradient();
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weightGradient);
        gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biasGradient);
        return new Pair<>(gradient, below);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void release() {
        kernel.release();
    }
}
