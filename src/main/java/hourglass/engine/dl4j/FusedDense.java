package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's dense layer with bias, activation and both passes done by {@link DenseKernel}. */
final class FusedDense extends DenseLayer {
    private static final long serialVersionUID = 1L;
    private final Activation activation;

    FusedDense(int inputs, int outputs, Activation activation) {
        this.activation = activation;
        setNIn(inputs);
        setNOut(outputs);
        setHasBias(true);
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
                new Computed(conf, type, this), index, params, initializer().init(conf, params, initialise));
    }

    /** The layer at work. */
    private static final class Computed extends org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer {
        private static final long serialVersionUID = 1L;
        private final transient DenseKernel kernel;
        private final Activation activation;

        Computed(NeuralNetConfiguration conf, DataType type, FusedDense shape) {
            super(conf, type);
            kernel = new DenseKernel(shape.getNIn(), shape.getNOut());
            activation = shape.activation;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
            INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
            INDArray out = memory.createUninitialized(
                    ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {input.size(0), weights.size(1)}, 'c');
            kernel.forward(input, weights, getParam(DefaultParamInitializer.BIAS_KEY), out, activation);
            return out;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
            kernel.error(epsilon, activation);
            return gradients(this, kernel, input, gradientViews, memory);
        }
    }

    /** Gradients and error below, shared with the output layer. */
    static Pair<Gradient, INDArray> gradients(
            org.deeplearning4j.nn.layers.BaseLayer<?> layer,
            DenseKernel kernel,
            INDArray input,
            java.util.Map<String, INDArray> views,
            LayerWorkspaceMgr memory) {
        INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
        INDArray weightGradient = Networks.present(views.get(DefaultParamInitializer.WEIGHT_KEY));
        INDArray biasGradient = Networks.present(views.get(DefaultParamInitializer.BIAS_KEY));
        kernel.backward(input, weights, weightGradient, biasGradient);
        Gradient gradient = new DefaultGradient();
        gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weightGradient);
        gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biasGradient);
        INDArray below = memory.createUninitialized(
                ArrayType.ACTIVATION_GRAD, DataType.FLOAT, new long[] {input.size(0), input.size(1)}, 'c');
        // Nothing reads the error of the pixels themselves, so the first layer leaves it unset.
        if (layer.getIndex() > 0) {
            kernel.errorBelow(weights, below);
        }
        return new Pair<>(gradient, below);
    }
}
