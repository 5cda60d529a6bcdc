package hourglass.engine.heap;

import hourglass.core.spec.Activation;
import java.util.Arrays;

/**
 * One layer of a network on heap arrays: {@code A = f(L(X) + b)} with a map L that is linear in the inputs and in the
 * weights. Sub-classes know L; buffers, bias, activation and error are here.
 *
 * <p>Blocks are row-major {@code [n × inputs]} and {@code [n × outputs]}, volumes channels last. A batch comes in parts,
 * cut by its size alone; parts write only their own rows, and what is summed over parts is added in their order. So lanes
 * may share the parts and change no result. Owned by one thread, which hands parts to lanes.
 */
abstract class LayerStep {
    /** Most parts of a batch. */
    static final int MOST_PARTS = 8;

    private final int inputs;
    private final int outputs;
    private final int channels;
    private final Activation activation;
    /** The bias repeated to a length at which loops over it are worth vectorising. */
    private final float[] tiledBias;

    private final float[][] biasSums;
    private float[] out = new float[0];
    private float[] delta = new float[0];

    /**
     * Sizes per image.
     *
     * @param inputs numbers taken
     * @param outputs numbers given
     * @param channels biases; 0 for a layer without weights
     * @param tile a multiple of {@code channels} that divides {@code outputs}
     */
    record Shape(int inputs, int outputs, int channels, int tile) {}

    /**
     * Images {@code from … from + count} of a batch.
     *
     * @param number of the part, from 0
     * @param from its first image
     * @param count its images
     * @param lane in which it is computed: scratch memory goes by it
     */
    record Part(int number, int from, int count, int lane) {}

    LayerStep(Shape shape, Activation activation) {
        inputs = shape.inputs();
        outputs = shape.outputs();
        channels = shape.channels();
        this.activation = activation;
        tiledBias = new float[shape.tile()];
        biasSums = new float[MOST_PARTS][shape.tile()];
    }

    final int inputs() {
        return inputs;
    }

    final int outputs() {
        return outputs;
    }

    final int channels() {
        return channels;
    }

    /** Weights without biases. */
    abstract int weightCount();

    /** What the layer gave for the batch, {@code [n × outputs]}. */
    final float[] out() {
        return out;
    }

    /** The error at the sums for the batch, {@code [n × outputs]}; before {@link #derive} at the activations. */
    final float[] delta() {
        return delta;
    }

    void reserve(int n) {
        if (out.length < n * outputs) {
            out = new float[n * outputs];
            delta = new float[n * outputs];
        }
    }

    /** Takes over this layer's weights and biases before a pass; {@code weights} start at {@code at}. */
    void prepare(float[] weights, int at, float[] biases, int biasAt) {
        for (int i = 0; i < tiledBias.length; i += channels) {
            System.arraycopy(biases, biasAt, tiledBias, i, channels);
        }
    }

    /** {@code out = L(in)} for a part. */
    abstract void sums(float[] in, Part part);

    /** {@code below = Lᵀ(delta)} for a part: the error at the inputs, {@code [n × inputs]}. */
    abstract void below(float[] below, Part part);

    /** Gathers this part's share of the weight gradient, where that is summed over parts. */
    void collect(float[] in, Part part) {}

    /** Pieces in which {@link #gradient} can be asked for. */
    abstract int pieces();

    /** Writes a piece of the weight gradient of {@code n} images; gives the range it wrote, from {@code at} on. */
    abstract Range gradient(float[] in, int n, int parts, int piece, float[] gradient, int at);

    /** Places {@code from … to} of the flat vector. */
    record Range(int from, int to) {}

    /** {@code out = f(L(in) + b)} for a part. */
    void forward(float[] in, Part part) {
        sums(in, part);
        Elementwise.biasAndActivate(out, part.from() * outputs, tiledBias, rows(part), activation);
    }

    /** {@code out = L(in) + b}: the sums an output layer's loss wants. */
    final void forwardSums(float[] in, Part part) {
        sums(in, part);
        Elementwise.addBias(out, part.from() * outputs, tiledBias, rows(part));
    }

    private int rows(Part part) {
        return part.count() * outputs / tiledBias.length;
    }

    /** Turns the error at the activations into the error at the sums. */
    void derive(Part part) {
        int start = part.from() * outputs;
        Elementwise.scaleByDerivative(delta, out, start, start + part.count() * outputs, activation);
    }

    /** The part's shares of the gradients of biases and weights. */
    void share(float[] in, Part part) {
        float[] sums = biasSums[part.number()];
        Arrays.fill(sums, 0f);
        Elementwise.addColumns(delta, part.from() * outputs, sums, rows(part));
        collect(in, part);
    }

    /** Writes the gradient of the biases, from the shares of all parts in their order. */
    final void biasGradient(int parts, float[] gradient, int at) {
        Arrays.fill(gradient, at, at + channels, 0f);
        for (int part = 0; part < parts; part++) {
            for (int i = 0; i < tiledBias.length; i++) {
                gradient[at + i % channels] += biasSums[part][i];
            }
        }
    }

    /** From the order of {@link hourglass.engine.model.ParameterLayout} to the layer's own. */
    void importWeights(float[] from, float[] to, int at) {
        System.arraycopy(from, at, to, at, weightCount());
    }

    /** From the layer's own order to that of {@link hourglass.engine.model.ParameterLayout}. */
    void exportWeights(float[] from, float[] to, int at) {
        System.arraycopy(from, at, to, at, weightCount());
    }
}
