package hourglass.engine.dl4j;

import hourglass.core.Lanes;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A dense layer. With weights W {@code [out × in]}, inputs X {@code [n × in]} and the error δ {@code [n × out]} at the
 * sums: {@code sums = X Wᵀ}, {@code ∂W = δᵀ X}, {@code error below = δ W}. DL4J stores W column by column as {@code [in ×
 * out]}, which is the same memory.
 *
 * <p>Its batches stay whole: each part would read all weights again, which at these sizes costs more than it gains.
 */
final class DenseKernel extends LayerKernel {
    DenseKernel(int inputs, int outputs) {
        super(new Shape(inputs, outputs, outputs, outputs), 1, new Workshop(Lanes.ALONE));
    }

    @Override
    void sums(FloatPointer input, FloatPointer weights, FloatPointer scratch, float[] sums, Part part) {
        Native.timesTransposed(input, weights, scratch, part.count(), outputs(), inputs());
        scratch.get(sums, 0, part.count() * outputs());
    }

    @Override
    void backward(Pass pass, Part part) {
        Native.transposedTimes(pass.same(), pass.input(), pass.gradient(), outputs(), inputs(), part.count(), 0f);
        if (pass.below() != null) {
            Native.times(pass.same(), pass.weights(), pass.below(), part.count(), inputs(), outputs());
        }
    }
}
