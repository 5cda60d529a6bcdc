package hourglass.engine.model;

import hourglass.core.spec.ModelSpec;

/**
 * A network that can be evaluated. Owned by one thread at a time; make one per thread.
 *
 * <p>Blocks are row-major {@code float[]}; images are {@code [n × inputSize]} in {@code [0, 1]}, codes {@code [n ×
 * codeSize]}.
 */
public interface Network extends AutoCloseable {
    /** Its shape. */
    ModelSpec spec();

    /** Takes over weights, {@code [parameterCount]}. */
    void load(Parameters parameters);

    /** Copy of the weights. */
    Parameters parameters();

    /** Codes {@code [n × codeSize]} of {@code n} images; of a variational network the means. */
    float[] encode(float[] images, int n);

    /** Images {@code [n × inputSize]} from {@code n} codes. */
    float[] decode(float[] codes, int n);

    /** {@code decode(encode(images))}, {@code [n × inputSize]}. */
    float[] reconstruct(float[] images, int n);

    /**
     * What the encoder of a variational network says of {@code n} images: {@code [n × 2 · codeSize]}, for each image the
     * means and then the logarithms of the variances.
     *
     * @throws IllegalStateException if the network is not variational
     */
    default float[] posterior(float[] images, int n) {
        throw new IllegalStateException("the " + spec().describe() + " has no distribution over codes");
    }

    /**
     * What layers {@code from … to − 1} of {@link ModelSpec#layers} make of {@code n} blocks of numbers, each as in
     * evaluation: a sampling layer gives the means.
     *
     * @param values {@code [n × inputs]} of the first of them
     * @return {@code [n × outputs]} of the last of them
     * @throws UnsupportedOperationException if this network cannot be opened between its layers
     */
    default float[] through(float[] values, int n, int from, int to) {
        throw new UnsupportedOperationException("This network does not show its layers.");
    }

    /** Releases native memory. */
    @Override
    void close();
}
