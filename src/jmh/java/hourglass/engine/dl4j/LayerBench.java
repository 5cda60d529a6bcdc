package hourglass.engine.dl4j;

import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.Lanes;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One layer with arrays of its own to run through, off any network. */
final class LayerBench {
    private final LayerKernel kernel;
    private final INDArray input;
    private final INDArray output;
    private final INDArray epsilon;
    private final INDArray below;
    private final INDArray weights;
    private final INDArray biases;
    private final INDArray weightGradient;
    private final INDArray biasGradient;

    LayerBench(LayerSpec layer, int batch) {
        new Dl4jNetworks();
        kernel = kernel(layer);
        int channels = channels(layer);
        int count = Math.toIntExact(layer.parameterCount()) - channels;
        input = normal(1, batch, layer.inputs());
        output = normal(2, batch, layer.outputs());
        epsilon = normal(3, batch, layer.outputs());
        below = normal(4, batch, layer.inputs());
        weights = normal(5, 1, count);
        biases = normal(6, 1, channels);
        weightGradient = normal(7, 1, count);
        biasGradient = normal(8, 1, channels);
    }

    private static LayerKernel kernel(LayerSpec layer) {
        if (layer instanceof LayerSpec.Convolution convolution) {
            return WindowKernel.of(convolution, new Workshop(Lanes.ALONE));
        }
        if (layer instanceof LayerSpec.TransposedConvolution transposed) {
            return WindowKernel.of(transposed, new Workshop(Lanes.ALONE));
        }
        return new DenseKernel(layer.inputs(), layer.outputs());
    }

    private static int channels(LayerSpec layer) {
        if (layer instanceof LayerSpec.Convolution convolution) {
            return convolution.out().channels();
        }
        return layer instanceof LayerSpec.TransposedConvolution transposed
                ? transposed.out().channels()
                : layer.outputs();
    }

    private static INDArray normal(long seed, int rows, int columns) {
        float[] values = new float[rows * columns];
        NormalNumbers.fill(values, values.length, seed);
        INDArray block = Nd4j.createUninitialized(DataType.FLOAT, rows, columns);
        Native.pointer(block).put(values);
        return block;
    }

    INDArray forward() {
        kernel.forward(input, weights, biases, output, Activation.RELU);
        return output;
    }

    INDArray backward() {
        kernel.error(epsilon, Activation.RELU);
        kernel.backward(input, weights, weightGradient, biasGradient, below);
        return below;
    }

    void close() {
        kernel.release();
        for (INDArray array : new INDArray[] {
            input, output, epsilon, below, weights, biases, weightGradient, biasGradient
        }) {
            array.close();
        }
    }
}
