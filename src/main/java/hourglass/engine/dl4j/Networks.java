package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
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

/** Turns specifications into DL4J networks, with our layers or with the stock ones. */
final class Networks {
    private Networks() {}

    /** Which layers compute a network. */
    enum Layers {
        /** Ours. */
        FUSED,
        /** DL4J's own, to hold ours against. */
        STOCK
    }

    /** A dense autoencoder whose parameter vector is {@code initial}, {@code [parameterCount]}. */
    static MultiLayerNetwork dense(DenseSpec spec, IUpdater updater, Layers layers, INDArray initial) {
        List<Integer> sizes = spec.layerSizes();
        // Our loss is already a mean over the batch; stock layers sum and want the division.
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .updater(updater)
                .miniBatch(layers == Layers.STOCK)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
        for (int i = 0; i + 1 < sizes.size(); i++) {
            boolean last = i + 2 == sizes.size();
            Activation activation = spec.activationAfter(i);
            BaseLayer layer = last
                    ? output(sizes.get(i), sizes.get(i + 1), spec.loss(), layers)
                    : hidden(sizes.get(i), sizes.get(i + 1), activation, layers);
            layer.setWeightInitFn(new WeightInitXavierUniform());
            layer.setIUpdater(updater);
            list.layer(i, layer);
        }
        MultiLayerConfiguration configuration = list.build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(initial, false);
        network.initGradientsView();
        return network;
    }

    private static BaseLayer hidden(int inputs, int outputs, Activation activation, Layers layers) {
        return layers == Layers.FUSED
                ? new FusedDense(inputs, outputs, activation)
                : new DenseLayer.Builder()
                        .nIn(inputs)
                        .nOut(outputs)
                        .activation(stock(activation))
                        .build();
    }

    private static BaseLayer output(int inputs, int outputs, Loss loss, Layers layers) {
        return layers == Layers.FUSED
                ? new FusedOutput(inputs, outputs, loss)
                : new OutputLayer.Builder(stock(loss))
                        .nIn(inputs)
                        .nOut(outputs)
                        .activation(stock(Activation.SIGMOID))
                        .build();
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
