package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Volume;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The same networks of DL4J's own layers, to hold ours against in tests and in the bench. DL4J has no sampling layer that
 * trains by {@code fit}, so ours stands in a variational network.
 */
final class StockNetworks {
    private StockNetworks() {}

    /** Whether DL4J's transposed convolutions give the sizes wanted: they always multiply by the stride. */
    static boolean canMake(ModelSpec spec) {
        return spec.layers().stream().allMatch(layer -> layer.volumeTaken()
                .flatMap(taken -> layer.volumeGiven().map(given -> isMultiple(taken, given)))
                .orElse(true));
    }

    private static boolean isMultiple(Volume taken, Volume given) {
        boolean larger = given.width() > taken.width() || given.height() > taken.height();
        return !larger || (given.width() % taken.width() == 0 && given.height() % taken.height() == 0);
    }

    /** A network whose parameter vector is {@code initial}; convolutional ones want labels {@code [n × 1 × h × w]}. */
    static MultiLayerNetwork of(ModelSpec spec, IUpdater updater, SamplingState sampling, INDArray initial) {
        NeuralNetConfiguration.ListBuilder list = Networks.builder(updater).list();
        List<LayerSpec> layers = spec.layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean output = i == layers.size() - 1;
            list.layer(i, Networks.withUpdater(layers.get(i).visit(new Stock(spec.loss(), output, sampling)), updater));
            Volume wanted = layers.get(i).volumeTaken().orElse(null);
            Volume before = i == 0 ? null : layers.get(i - 1).volumeGiven().orElse(null);
            if (wanted != null && before == null) {
                list.inputPreProcessor(
                        i, new FeedForwardToCnnPreProcessor(wanted.height(), wanted.width(), wanted.channels()));
            } else if (wanted == null && before != null) {
                list.inputPreProcessor(
                        i, new CnnToFeedForwardPreProcessor(before.height(), before.width(), before.channels()));
            }
        }
        if (layers.get(layers.size() - 1).volumeGiven().isPresent()) {
            list.layer(
                    layers.size(),
                    new CnnLossLayer.Builder(Networks.stock(spec.loss()))
                            .activation(Networks.stock(Activation.SIGMOID))
                            .build());
        }
        return Networks.started(new MultiLayerNetwork(list.build()), initial);
    }

    /** DL4J's layer for each kind. */
    private record Stock(Loss loss, boolean output, SamplingState sampling) implements LayerSpec.Visitor<Layer> {
        @Override
        public Layer dense(LayerSpec.Dense layer) {
            return output
                    ? new OutputLayer.Builder(Networks.stock(loss))
                            .nIn(layer.inputs())
                            .nOut(layer.outputs())
                            .activation(Networks.stock(Activation.SIGMOID))
                            .build()
                    : new DenseLayer.Builder()
                            .nIn(layer.inputs())
                            .nOut(layer.outputs())
                            .activation(Networks.stock(layer.activation()))
                            .build();
        }

        @Override
        public Layer convolution(LayerSpec.Convolution layer) {
            return new ConvolutionLayer.Builder(layer.kernel(), layer.kernel())
                    .nIn(layer.in().channels())
                    .nOut(layer.out().channels())
                    .stride(layer.stride(), layer.stride())
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Networks.stock(output ? Activation.LINEAR : layer.activation()))
                    .build();
        }

        @Override
        public Layer transposed(LayerSpec.TransposedConvolution layer) {
            return new Deconvolution2D.Builder(layer.kernel(), layer.kernel())
                    .nIn(layer.in().channels())
                    .nOut(layer.out().channels())
                    .stride(layer.stride(), layer.stride())
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Networks.stock(layer.activation()))
                    .build();
        }

        @Override
        public Layer sampling(LayerSpec.Sampling layer) {
            return new FusedSampling(layer, sampling);
        }
    }
}
