package hourglass.core.spec;

/** One layer of a network; closed choice. What it takes and gives are flat blocks {@code [n × inputs]}. */
public sealed interface LayerSpec {
    /** Numbers it takes per image. */
    int inputs();

    /** Numbers it gives per image. */
    int outputs();

    /** Weights and biases. */
    long parameterCount();

    /**
     * Every output from every input: {@code f(W x + b)}.
     *
     * @param inputs numbers taken
     * @param outputs neurons
     * @param activation f
     */
    record Dense(int inputs, int outputs, Activation activation) implements LayerSpec {
        @Override
        public long parameterCount() {
            return (long) inputs * outputs + outputs;
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
        public long parameterCount() {
            return (long) in.channels() * out.channels() * kernel * kernel + out.channels();
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
        public long parameterCount() {
            return (long) in.channels() * out.channels() * kernel * kernel + out.channels();
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
        public long parameterCount() {
            return 0;
        }
    }
}
