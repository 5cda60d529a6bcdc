package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
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
        for (LayerSpec layer : spec.layers()) {
            if (layer instanceof LayerSpec.TransposedConvolution t
                    && (t.in().width() * t.stride() != t.out().width()
                            || t.in().height() * t.stride() != t.out().height())) {
                return false;
            }
        }
        return true;
    }

    /** A network whose parameter vector is {@code initial}; convolutional ones want labels {@code [n × 1 × h × w]}. */
    static MultiLayerNetwork of(ModelSpec spec, IUpdater updater, SamplingState sampling, INDArray initial) {
        NeuralNetConfiguration.ListBuilder list = Networks.builder(updater).list();
        List<LayerSpec> layers = spec.layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean output = i == layers.size() - 1;
            list.layer(i, Networks.withUpdater(layer(layers.get(i), spec, sampling, output), updater));
            Volume wanted = volumeTaken(layers.get(i));
            Volume before = i == 0 ? null : volumeGiven(layers.get(i - 1));
            if (wanted != null && before == null) {
                list.inputPreProcessor(
                        i, new FeedForwardToCnnPreProcessor(wanted.height(), wanted.width(), wanted.channels()));
            } else if (wanted == null && before != null) {
                list.inputPreProcessor(
                        i, new CnnToFeedForwardPreProcessor(before.height(), before.width(), before.channels()));
            }
        }
        if (volumeGiven(layers.get(layers.size() - 1)) != null) {
            list.layer(
                    layers.size(),
                    new CnnLossLayer.Builder(Networks.stock(spec.loss()))
                            .activation(Networks.stock(Activation.SIGMOID))
                            .build());
        }
        return Networks.started(new MultiLayerNetwork(list.build()), initial);
    }

    private static @org.jspecify.annotations.Nullable Volume volumeTaken(LayerSpec layer) {
        if (layer instanceof LayerSpec.Convolution c) {
            return c.in();
        }
        return layer instanceof LayerSpec.TransposedConvolution t ? t.in() : null;
    }

    private static @org.jspecify.annotations.Nullable Volume volumeGiven(LayerSpec layer) {
        if (layer instanceof LayerSpec.Convolution c) {
            return c.out();
        }
        return layer instanceof LayerSpec.TransposedConvolution t ? t.out() : null;
    }

    private static Layer layer(LayerSpec layer, ModelSpec spec, SamplingState sampling, boolean output) {
        if (layer instanceof LayerSpec.Convolution c) {
            return new ConvolutionLayer.Builder(c.kernel(), c.kernel())
                    .nIn(c.in().channels())
                    .nOut(c.out().channels())
                    .stride(c.stride(), c.stride())
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Networks.stock(output ? Activation.LINEAR : c.activation()))
                    .build();
        }
        if (layer instanceof LayerSpec.TransposedConvolution t) {
            return new Deconvolution2D.Builder(t.kernel(), t.kernel())
                    .nIn(t.in().channels())
                    .nOut(t.out().channels())
                    .stride(t.stride(), t.stride())
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(Networks.stock(t.activation()))
                    .build();
        }
        if (layer instanceof LayerSpec.Dense dense) {
            return output ? denseOutput(dense, spec) : dense(dense);
        }
        return new FusedSampling((LayerSpec.Sampling) layer, sampling);
    }

    private static Layer denseOutput(LayerSpec.Dense dense, ModelSpec spec) {
        return new OutputLayer.Builder(Networks.stock(spec.loss()))
                .nIn(dense.inputs())
                .nOut(dense.outputs())
                .activation(Networks.stock(Activation.SIGMOID))
                .build();
    }

    private static Layer dense(LayerSpec.Dense dense) {
        return new DenseLayer.Builder()
                .nIn(dense.inputs())
                .nOut(dense.outputs())
                .activation(Networks.stock(dense.activation()))
                .build();
    }
}
