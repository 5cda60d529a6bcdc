package hourglass.engine.dl4j;

import hourglass.core.spec.Activation;
import hourglass.core.spec.Loss;
import hourglass.engine.EngineException;
import hourglass.engine.heap.Elementwise;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward and backward pass of one layer on DL4J's own parameter and gradient views: {@code A = f(L(X) + b)} with a map L
 * that is linear in the inputs and in the weights. Sub-classes know L; bias, activation, loss and error are here.
 *
 * <p>Blocks are {@code [n × inputs]} and {@code [n × outputs]}; the channel a bias belongs to runs fastest. Products go to
 * OpenBLAS, all else runs over reused heap arrays. A batch is cut into parts by its size alone, which the lanes then share,
 * and sums over parts are taken in their order; so results do not depend on the lanes. Owned by one thread.
 */
abstract class LayerKernel {
    /** Of a block; two gigabytes. */
    private static final long MOST_NUMBERS = 1L << 29;

    private final int inputs;
    private final int outputs;
    private final int channels;
    private final int mostParts;
    private final Workshop workshop;
    /** The bias repeated to a length at which loops over it are worth vectorising. */
    private final float[] tiledBias;

    private final float[] bias;
    /** Column sums of the error by part. */
    private final float[][] sumsOfPart;

    private float[] activations = new float[0];
    private float[] delta = new float[0];
    private float[] target = new float[0];
    private FloatPointer deltaNative = new FloatPointer(0);

    /** Sizes per image; {@code tile} is a multiple of {@code channels} that divides {@code outputs}. */
    record Shape(int inputs, int outputs, int channels, int tile) {}

    /** Images {@code from … from + count} of a batch, computed in one lane. */
    record Part(int number, int from, int count, int lane) {}

    /** With at most {@code mostParts} parts to a batch. */
    LayerKernel(Shape shape, int mostParts, Workshop workshop) {
        inputs = shape.inputs();
        outputs = shape.outputs();
        channels = shape.channels();
        this.mostParts = mostParts;
        this.workshop = workshop;
        bias = new float[channels];
        tiledBias = new float[shape.tile()];
        sumsOfPart = new float[mostParts][shape.tile()];
    }

    final int inputs() {
        return inputs;
    }

    final int outputs() {
        return outputs;
    }

    /** Called before a pass that reads the weights. */
    void prepare(FloatPointer weights) {}

    /** {@code sums = L(input)} for the images of a part; {@code scratch [n × outputs]} may be written there. */
    abstract void sums(FloatPointer input, FloatPointer weights, FloatPointer scratch, float[] sums, Part part);

    /** The part's share of {@code ∂L/∂weights}, and the error at its inputs where that is asked for. */
    abstract void backward(Pass pass, Part part);

    /** Called after {@link #backward} of all {@code parts}: brings their shares together. */
    void finishGradient(FloatPointer gradient, int parts) {}

    /**
     * What a backward pass reads and writes.
     *
     * @param input {@code [n × inputs]}
     * @param weights as in the pass before
     * @param gradient of the weights
     * @param error at the sums, {@code [n × outputs]}, on the heap
     * @param same the same off it
     * @param below error at the inputs, {@code [n × inputs]}; null where nobody asks for it
     */
    @SuppressWarnings("ArrayRecordComponent") // the kernel's own buffers, written in place
    record Pass(
            FloatPointer input,
            FloatPointer weights,
            FloatPointer gradient,
            float[] error,
            FloatPointer same,
            @Nullable FloatPointer below) {}

    /** {@code output [n × outputs] = f(L(input) + b)}; remembers the activations for {@link #error}. */
    final void forward(INDArray input, INDArray weights, INDArray biases, INDArray output, Activation activation) {
        int n = (int) input.size(0);
        FloatPointer out = Native.pointer(output);
        FloatPointer in = Native.pointer(input);
        FloatPointer w = ready(weights, biases, n);
        each(n, part -> {
            sums(in, w, out, activations, part);
            int start = part.from() * outputs;
            int rows = part.count() * outputs / tiledBias.length;
            Elementwise.biasAndActivate(activations, start, tiledBias, rows, activation);
            Native.at(out, start).put(activations, start, part.count() * outputs);
        });
    }

    private FloatPointer ready(INDArray weights, INDArray biases, int n) {
        reserve(n);
        FloatPointer w = Native.pointer(weights);
        prepare(w);
        Native.pointer(biases).get(bias);
        for (int i = 0; i < tiledBias.length; i += channels) {
            System.arraycopy(bias, 0, tiledBias, i, channels);
        }
        return w;
    }

    /** Output layer: sums, sigmoid, loss and the error at the sums in one pass; gives the mean loss per pixel. */
    final double forwardLoss(
            INDArray input, INDArray weights, INDArray biases, INDArray labels, INDArray scratch, Loss loss) {
        int n = (int) input.size(0);
        FloatPointer in = Native.pointer(input);
        FloatPointer free = Native.pointer(scratch);
        FloatPointer w = ready(weights, biases, n);
        each(n, part -> sums(in, w, free, activations, part));
        if (target.length < n * outputs) {
            target = new float[n * outputs];
        }
        Native.pointer(labels).get(target, 0, n * outputs);
        int rows = n * outputs / tiledBias.length;
        int count = n * outputs;
        Elementwise.addBias(activations, 0, tiledBias, rows);
        double mean = Elementwise.sigmoidLoss(activations, target, delta, 0, count, count, loss) / count;
        deltaNative.put(delta, 0, n * outputs);
        return mean;
    }

    /** Turns the error at the activations, {@code [n × outputs]}, into the error at the sums. */
    final void error(INDArray epsilon, Activation activation) {
        FloatPointer above = Native.pointer(epsilon);
        each((int) epsilon.size(0), part -> {
            int start = part.from() * outputs;
            int end = start + part.count() * outputs;
            Native.at(above, start).get(delta, start, end - start);
            Elementwise.scaleByDerivative(delta, activations, start, end, activation);
            Native.at(deltaNative, start).put(delta, start, end - start);
        });
    }

    /**
     * Writes both gradients from the error at the sums, and the error at the inputs into {@code below [n × inputs]} unless
     * that is null.
     */
    final void backward(
            INDArray input,
            INDArray weights,
            INDArray weightGradient,
            INDArray biasGradients,
            @Nullable INDArray below) {
        int n = (int) input.size(0);
        FloatPointer gradient = Native.pointer(weightGradient);
        Pass pass = new Pass(
                Native.pointer(input),
                Native.pointer(weights),
                gradient,
                delta,
                deltaNative,
                below == null ? null : Native.pointer(below));
        each(n, part -> {
            backward(pass, part);
            float[] sums = sumsOfPart[part.number()];
            Arrays.fill(sums, 0f);
            Elementwise.addColumns(delta, part.from() * outputs, sums, part.count() * outputs / sums.length);
        });
        finishGradient(gradient, parts(n));
        Arrays.fill(bias, 0f);
        for (int part = 0; part < parts(n); part++) {
            for (int i = 0; i < tiledBias.length; i++) {
                bias[i % channels] += sumsOfPart[part][i];
            }
        }
        Native.pointer(biasGradients).put(bias);
    }

    private interface PartWork {
        void compute(Part part);
    }

    private int parts(int n) {
        return Math.min(mostParts, n);
    }

    private void each(int n, PartWork work) {
        int parts = parts(n);
        workshop.each(parts, (number, lane) -> {
            int from = (int) ((long) n * number / parts);
            int to = (int) ((long) n * (number + 1) / parts);
            work.compute(new Part(number, from, to - from, lane));
        });
    }

    /** Frees native memory; the kernel is not used again. */
    void release() {
        deltaNative.close();
    }

    private void reserve(int n) {
        if ((long) n * outputs > MOST_NUMBERS) {
            throw new EngineException("A batch of " + n + " images is too large for a layer of " + outputs
                    + " numbers; use a smaller batch or fewer feature maps.");
        }
        if (activations.length < n * outputs) {
            activations = new float[n * outputs];
            delta = new float[n * outputs];
            deltaNative.close();
            deltaNative = new FloatPointer((long) n * outputs);
        }
    }
}
