package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Loss;
import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense sigmoid output whose loss is the mean per pixel; sigmoid, loss and its gradient in one pass. */
final class FusedOutput extends OutputLayer {
    private static final long serialVersionUID = 1L;
    private final Loss loss;

    FusedOutput(int inputs, int outputs, Loss loss) {
        this.loss = loss;
        setNIn(inputs);
        setNOut(outputs);
        setHasBias(true);
        setActivationFn(Networks.stock(Activation.SIGMOID));
        setLossFn(Networks.stock(loss));
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
    private static final class Computed extends org.deeplearning4j.nn.layers.OutputLayer
            implements MeanLoss, Releasable {
        private static final long serialVersionUID = 1L;
        private final transient LayerKernel kernel;
        private final Loss lossKind;
        private double meanLoss;

        Computed(NeuralNetConfiguration conf, DataType type, FusedOutput shape) {
            super(conf, type);
            kernel = new DenseKernel(Math.toIntExact(shape.getNIn()), Math.toIntExact(shape.getNOut()));
            lossKind = shape.loss;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
            INDArray out = sized(ArrayType.ACTIVATIONS, memory);
            kernel.forward(input, weights(), biases(), out, Activation.SIGMOID);
            return out;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(@Nullable INDArray epsilon, LayerWorkspaceMgr memory) {
            INDArray scratch = sized(ArrayType.BP_WORKING_MEM, memory);
            meanLoss = kernel.forwardLoss(input, weights(), biases(), labels, scratch, lossKind);
            return ComputedLayer.gradients(this, kernel, input, gradientViews, memory);
        }

        /** The loss found by the backward pass just done. */
        @Override
        public double computeScore(double regularization, boolean training, LayerWorkspaceMgr memory) {
            score = meanLoss + regularization;
            return score;
        }

        @Override
        public double meanLoss() {
            return meanLoss;
        }

        @Override
        public void release() {
            kernel.release();
        }

        private INDArray sized(ArrayType kind, LayerWorkspaceMgr memory) {
            return memory.createUninitialized(
                    kind, DataType.FLOAT, new long[] {input.size(0), weights().size(1)}, 'c');
        }

        private INDArray weights() {
            return getParam(DefaultParamInitializer.WEIGHT_KEY);
        }

        private INDArray biases() {
            return getParam(DefaultParamInitializer.BIAS_KEY);
        }
    }
}
