package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Loss;
import hourglass.engine.heap.Elementwise;
import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sigmoid and mean loss per pixel over the sums of the layer below, with their gradient in one pass; no weights. */
final class FusedLoss extends LossLayer {
    private static final long serialVersionUID = 1L;
    private final Loss loss;

    FusedLoss(int pixels, Loss loss) {
        this.loss = loss;
        setNIn(pixels);
        setNOut(pixels);
        setActivationFn(Networks.stock(Activation.SIGMOID));
        setLossFn(Networks.stock(loss));
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            @Nullable INDArray params,
            boolean initialise,
            DataType type) {
        Computed layer = new Computed(conf, type, loss);
        layer.setIndex(index);
        layer.setParamTable(Map.of());
        return layer;
    }

    /** The layer at work. */
    private static final class Computed extends org.deeplearning4j.nn.layers.LossLayer implements MeanLoss {
        private static final long serialVersionUID = 1L;
        private static final float[] NO_BIAS = {0f};
        private final Loss lossKind;
        private double meanLoss;
        private transient float[] sums = new float[0];
        private transient float[] target = new float[0];
        private transient float[] delta = new float[0];

        Computed(NeuralNetConfiguration conf, DataType type, Loss loss) {
            super(conf, type);
            lossKind = loss;
        }

        private int read() {
            int count = (int) input.length();
            if (sums.length < count) {
                sums = new float[count];
                target = new float[count];
                delta = new float[count];
            }
            Native.pointer(input).get(sums, 0, count);
            return count;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
            int count = read();
            Elementwise.biasAndActivate(sums, 0, NO_BIAS, count, Activation.SIGMOID);
            INDArray out = memory.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, input.shape(), 'c');
            Native.pointer(out).put(sums, 0, count);
            return out;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(@Nullable INDArray epsilon, LayerWorkspaceMgr memory) {
            int count = read();
            Native.pointer(labels).get(target, 0, count);
            meanLoss = Elementwise.sigmoidLoss(sums, target, delta, 0, count, count, lossKind) / count;
            INDArray below = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
            Native.pointer(below).put(delta, 0, count);
            return new Pair<>(new DefaultGradient(), below);
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
    }
}
