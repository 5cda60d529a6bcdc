package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Turns specifications into DL4J networks of our layers. {@link StockNetworks} does the same with DL4J's own. */
final class Networks {
    private Networks() {}

    /**
     * A network whose parameter vector is {@code initial}, {@code [1 × parameterCount]}. It takes and gives flat blocks
     * {@code [n × inputSize]}.
     */
    static MultiLayerNetwork fused(
            ModelSpec spec, IUpdater updater, SamplingState sampling, Workshop workshop, INDArray initial) {
        // Our loss is already a mean over the batch.
        NeuralNetConfiguration.ListBuilder list =
                builder(updater).miniBatch(false).list();
        int index = 0;
        for (org.deeplearning4j.nn.conf.layers.Layer layer : layers(spec, sampling, workshop)) {
            list.layer(index++, withUpdater(layer, updater));
        }
        return started(new MultiLayerNetwork(list.build()), initial);
    }

    private static List<org.deeplearning4j.nn.conf.layers.Layer> layers(
            ModelSpec spec, SamplingState sampling, Workshop workshop) {
        List<org.deeplearning4j.nn.conf.layers.Layer> layers = new ArrayList<>();
        int last = spec.layers().size() - 1;
        for (LayerSpec layer : spec.layers()) {
            layers.add(layer.visit(new Fused(spec.loss(), layers.size() == last, sampling, workshop)));
        }
        if (spec.layers().get(last).volumeGiven().isPresent()) {
            layers.add(new FusedLoss(spec.inputSize(), spec.loss()));
        }
        return layers;
    }

    /** Our layer for each kind; that of a dense output has the loss in it, others leave their activation to it. */
    private record Fused(Loss loss, boolean output, SamplingState sampling, Workshop workshop)
            implements LayerSpec.Visitor<org.deeplearning4j.nn.conf.layers.Layer> {
        @Override
        public org.deeplearning4j.nn.conf.layers.Layer dense(LayerSpec.Dense layer) {
            return output ? new FusedOutput(layer.inputs(), layer.outputs(), loss) : new FusedDense(layer);
        }

        @Override
        public org.deeplearning4j.nn.conf.layers.Layer convolution(LayerSpec.Convolution layer) {
            return new FusedConvolution(layer, output ? Activation.LINEAR : layer.activation(), workshop);
        }

        @Override
        public org.deeplearning4j.nn.conf.layers.Layer transposed(LayerSpec.TransposedConvolution layer) {
            return new FusedTransposedConvolution(layer, workshop);
        }

        @Override
        public org.deeplearning4j.nn.conf.layers.Layer sampling(LayerSpec.Sampling layer) {
            return new FusedSampling(layer, sampling);
        }
    }

    static NeuralNetConfiguration.Builder builder(IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(updater)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED);
    }

    static org.deeplearning4j.nn.conf.layers.Layer withUpdater(
            org.deeplearning4j.nn.conf.layers.Layer layer, IUpdater updater) {
        if (layer instanceof BaseLayer base) {
            base.setWeightInitFn(new WeightInitXavierUniform());
            base.setIUpdater(updater);
        }
        return layer;
    }

    static MultiLayerNetwork started(MultiLayerNetwork network, INDArray initial) {
        network.init(initial, false);
        network.initGradientsView();
        return network;
    }

    /** Gives a layer at work its place and its views, as DL4J's own configurations do. */
    static Layer installed(Layer layer, int index, INDArray params, Map<String, INDArray> table) {
        layer.setIndex(index);
        layer.setParamsViewArray(params);
        layer.setParamTable(table);
        return layer;
    }

    static IActivation stock(Activation activation) {
        return switch (activation) {
            case RELU -> org.nd4j.linalg.activations.Activation.RELU.getActivationFunction();
            case TANH -> org.nd4j.linalg.activations.Activation.TANH.getActivationFunction();
            case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID.getActivationFunction();
            case ELU -> org.nd4j.linalg.activations.Activation.ELU.getActivationFunction();
            case LINEAR -> org.nd4j.linalg.activations.Activation.IDENTITY.getActivationFunction();
        };
    }

    static ILossFunction stock(Loss loss) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> new LossMSE();
            case BINARY_CROSS_ENTROPY -> new LossBinaryXENT();
        };
    }

    static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
