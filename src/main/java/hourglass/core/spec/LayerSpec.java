package hourglass.core.spec;

import java.util.List;
import java.util.Optional;

/** One layer of a network; closed choice. What it takes and gives are flat blocks {@code [n × inputs]}. */
public sealed interface LayerSpec {
    /** Numbers it takes per image. */
    int inputs();

    /** Numbers it gives per image. */
    int outputs();

    /** What it learns, in the order of a network's flat vector; empty for a layer without weights. */
    List<Tensor> tensors();

    /** Multiplications of a forward pass for one image; a convolution's edges count as if they were inside. */
    long multiplications();

    /** What a window sees at all its places together, in numbers; 0 for a layer without a window. */
    default long underWindows() {
        return 0;
    }

    /** The feature maps it takes, where place matters to it. */
    default Optional<Volume> volumeTaken() {
        return Optional.empty();
    }

    /** The feature maps it gives, where place matters to it. */
    default Optional<Volume> volumeGiven() {
        return Optional.empty();
    }

    /** Weights and biases. */
    default long parameterCount() {
        return tensors().stream().mapToLong(Tensor::size).sum();
    }

    /** Calls what the visitor has for this kind. */
    <T> T visit(Visitor<T> visitor);

    /**
     * An answer for every kind of layer.
     *
     * @param <T> of the answer
     */
    interface Visitor<T> {
        /** For a dense layer. */
        T dense(Dense layer);

        /** For a convolution. */
        T convolution(Convolution layer);

        /** For a transposed convolution. */
        T transposed(TransposedConvolution layer);

        /** For the sampling layer of a variational network. */
        T sampling(Sampling layer);
    }

    /**
     * A block of weights or biases.
     *
     * @param name "weight" or "bias"
     * @param shape lengths of its axes
     */
    record Tensor(String name, List<Integer> shape) {
        static Tensor weight(Integer... shape) {
            return new Tensor("weight", List.of(shape));
        }

        static Tensor bias(int count) {
            return new Tensor("bias", List.of(count));
        }

        /** Numbers in it. */
        public long size() {
            return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        }
    }

    /**
     * Every output from every input: {@code f(W x + b)}.
     *
     * @param inputs numbers taken
     * @param outputs neurons
     * @param activation f
     */
    record Dense(int inputs, int outputs, Activation activation) implements LayerSpec {
        @Override
        public List<Tensor> tensors() {
            return List.of(Tensor.weight(outputs, inputs), Tensor.bias(outputs));
        }

        @Override
        public long multiplications() {
            return (long) inputs * outputs;
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.dense(this);
        }
    }

    /**
     * A convolution with same padding: each output sees a window of the input, {@code stride} pixels from the next one's.
     *
     * @param in volume taken
     * @param out volume given; its sides are those of {@code in} by {@code stride}, rounded up
     * @param kernel side of the window
     * @param stride 1 or 2
     * @param activation of the sums
     */
    record Convolution(Volume in, Volume out, int kernel, int stride, Activation activation) implements LayerSpec {
        @Override
        public int inputs() {
            return in.size();
        }

        @Override
        public int outputs() {
            return out.size();
        }

        @Override
        public Optional<Volume> volumeTaken() {
            return Optional.of(in);
        }

        @Override
        public Optional<Volume> volumeGiven() {
            return Optional.of(out);
        }

        @Override
        public List<Tensor> tensors() {
            return List.of(Tensor.bias(out.channels()), Tensor.weight(out.channels(), in.channels(), kernel, kernel));
        }

        @Override
        public long multiplications() {
            return (long) outputs() * in.channels() * kernel * kernel;
        }

        @Override
        public long underWindows() {
            int seen = stride == 1 ? out.channels() : in.channels();
            return (long) out.height() * out.width() * kernel * kernel * seen;
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.convolution(this);
        }
    }

    /**
     * A transposed convolution with same padding: the input gradient of the convolution from {@code out} to {@code in}, so
     * each input pixel paints a window of the output.
     *
     * @param in volume taken
     * @param out volume given; {@code in} has its sides by {@code stride}, rounded up
     * @param kernel side of the window
     * @param stride 1 or 2
     * @param activation of the sums
     */
    record TransposedConvolution(Volume in, Volume out, int kernel, int stride, Activation activation)
            implements LayerSpec {
        @Override
        public int inputs() {
            return in.size();
        }

        @Override
        public int outputs() {
            return out.size();
        }

        @Override
        public Optional<Volume> volumeTaken() {
            return Optional.of(in);
        }

        @Override
        public Optional<Volume> volumeGiven() {
            return Optional.of(out);
        }

        @Override
        public List<Tensor> tensors() {
            return List.of(Tensor.bias(out.channels()), Tensor.weight(in.channels(), out.channels(), kernel, kernel));
        }

        @Override
        public long multiplications() {
            return (long) inputs() * out.channels() * kernel * kernel;
        }

        @Override
        public long underWindows() {
            return (long) in.height() * in.width() * kernel * kernel * out.channels();
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.transposed(this);
        }
    }

    /**
     * Means and log-variances {@code [2 · latent]} to one sample {@code [latent]} of the normal distribution they describe
     * in training, and to the means elsewhere (Kingma and Welling 2013).
     *
     * @param latent dimensions
     */
    record Sampling(int latent) implements LayerSpec {
        @Override
        public int inputs() {
            return 2 * latent;
        }

        @Override
        public int outputs() {
            return latent;
        }

        @Override
        public List<Tensor> tensors() {
            return List.of();
        }

        @Override
        public long multiplications() {
            return 0;
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.sampling(this);
        }
    }
}
