package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Loss;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward and backward pass of one dense layer on DL4J's own parameter and gradient views.
 *
 * <p>With weights W {@code [out × in]}, inputs X {@code [n × in]} and the error δ {@code [n × out]} at the sums: {@code
 * A = f(X Wᵀ + b)}, {@code ∂W = δᵀ X}, {@code ∂b = Σ δ}, {@code error below = δ W}. DL4J stores W column by column as
 * {@code [in × out]}, which is the same memory. The products go to OpenBLAS, all else runs over reused heap arrays.
 */
final class DenseKernel {
    private final int inputs;
    private final int outputs;
    private final float[] bias;
    private final float[] biasGradient;
    private float[] activations = new float[0];
    private float[] delta = new float[0];
    private float[] target = new float[0];
    private FloatPointer deltaNative = new FloatPointer(0);

    DenseKernel(long inputs, long outputs) {
        this.inputs = Math.toIntExact(inputs);
        this.outputs = Math.toIntExact(outputs);
        bias = new float[this.outputs];
        biasGradient = new float[this.outputs];
    }

    /** {@code output [n × out] = f(input Wᵀ + b)}; remembers the activations for {@link #backward}. */
    void forward(INDArray input, INDArray weights, INDArray biases, INDArray output, Activation activation) {
        int n = (int) input.size(0);
        FloatPointer out = sums(input, weights, biases, output, n);
        Kernels.biasAndActivate(activations, bias, n, outputs, activation);
        out.put(activations, 0, n * outputs);
    }

    private FloatPointer sums(INDArray input, INDArray weights, INDArray biases, INDArray output, int n) {
        reserve(n);
        FloatPointer out = Native.pointer(output);
        Native.timesTransposed(Native.pointer(input), Native.pointer(weights), out, n, outputs, inputs);
        out.get(activations, 0, n * outputs);
        Native.pointer(biases).get(bias);
        return out;
    }

    /** Output layer: sums into {@code scratch [n × out]}, sigmoid, loss and δ in one pass; gives the mean loss. */
    double forwardLoss(
            INDArray input, INDArray weights, INDArray biases, INDArray labels, INDArray scratch, Loss loss) {
        int n = (int) input.size(0);
        sums(input, weights, biases, scratch, n);
        if (target.length < n * outputs) {
            target = new float[n * outputs];
        }
        Native.pointer(labels).get(target, 0, n * outputs);
        return Kernels.sigmoidLoss(activations, bias, target, delta, n, outputs, loss);
    }

    /** Turns the error at the activations, {@code [n × out]}, into δ. */
    void error(INDArray epsilon, Activation activation) {
        int count = (int) epsilon.length();
        Native.pointer(epsilon).get(delta, 0, count);
        Kernels.scaleByDerivative(delta, activations, count, activation);
    }

    /** Writes the gradients from δ, and the error below into {@code errorBelow [n × in]}. */
    void backward(INDArray input, INDArray weights, INDArray weightGradient, INDArray biasGradients) {
        int n = (int) input.size(0);
        deltaNative.put(delta, 0, n * outputs);
        Native.transposedTimes(deltaNative, Native.pointer(input), Native.pointer(weightGradient), outputs, inputs, n);
        Kernels.columnSums(delta, biasGradient, n, outputs);
        Native.pointer(biasGradients).put(biasGradient);
    }

    /** {@code errorBelow [n × in] = δ W}; after {@link #backward}. */
    void errorBelow(INDArray weights, INDArray errorBelow) {
        Native.times(
                deltaNative,
                Native.pointer(weights),
                Native.pointer(errorBelow),
                (int) errorBelow.size(0),
                inputs,
                outputs);
    }

    private void reserve(int n) {
        if (activations.length < n * outputs) {
            activations = new float[n * outputs];
            delta = new float[n * outputs];
            deltaNative.close();
            deltaNative = new FloatPointer((long) n * outputs);
        }
    }
}
