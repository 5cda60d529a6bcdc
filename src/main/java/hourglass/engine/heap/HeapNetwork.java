package hourglass.engine.heap;

import hourglass.core.Lanes;
import hourglass.core.Products;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.EngineException;
import hourglass.engine.heap.LayerStep.Part;
import hourglass.engine.heap.LayerStep.Range;
import hourglass.engine.model.ParameterBlock;
import hourglass.engine.model.ParameterLayout;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any of the networks on heap arrays. A training step has two rounds of the lanes: each part of the batch goes forward and
 * back through all layers while it is in the cache, and then each piece of the weights gets its gradient and Adam's step
 * (Kingma and Ba 2015) in one go. Owned by one thread.
 */
final class HeapNetwork implements TrainableNetwork {
    /** Images per pass when evaluating. */
    private static final int CHUNK = 256;
    /** Fewest images of a part. */
    private static final int LEAST_IMAGES = 8;
    /** Of a block; two gigabytes. */
    private static final long MOST_NUMBERS = 1L << 29;

    private final ModelSpec spec;
    private final Lanes lanes;
    private final LaneChoice choice;
    private final LayerStep[] layers;
    private final int[] weightAt;
    private final int[] biasAt;
    private final List<Piece> pieces = new ArrayList<>();
    private final float[] weights;
    private final float[] gradient;
    private final float[] first;
    private final float[] second;
    private final double[] lossOfPart = new double[LayerStep.MOST_PARTS];
    private double learningRate;
    private double klWeight;
    private double kl;
    private long iteration;

    /** A piece of a layer's weights; after the last of them come its biases. */
    private record Piece(int layer, int number) {}

    private HeapNetwork(ModelSpec spec, long seed, Products products, Lanes lanes, LaneChoice choice) {
        this.spec = spec;
        this.lanes = lanes;
        this.choice = choice;
        layers = layers(spec, seed, new WindowStep.Room(products, lanes.most()));
        weightAt = new int[layers.length];
        biasAt = new int[layers.length];
        place(ParameterLayout.of(spec));
        int count = Math.toIntExact(spec.parameterCount());
        weights = new float[count];
        gradient = new float[count];
        first = new float[count];
        second = new float[count];
        for (int layer = 0; layer < layers.length; layer++) {
            for (int piece = 0; piece < layers[layer].pieces(); piece++) {
                pieces.add(new Piece(layer, piece));
            }
        }
    }

    /** With weights drawn from the experiment's seed. */
    static HeapNetwork fresh(Experiment experiment, Products products, Lanes lanes, LaneChoice choice) {
        HeapNetwork made = new HeapNetwork(experiment.model(), experiment.seed(), products, lanes, choice);
        made.learningRate = experiment.training().learningRate();
        made.fromFile(InitialWeights.draw(experiment.model(), experiment.seed()), made.weights);
        experiment
                .model()
                .variational()
                .map(variational -> variational.klWeightPerPixel(Double.POSITIVE_INFINITY))
                .ifPresent(made::klWeight);
        return made;
    }

    /** With weights of zero, to be loaded. */
    static HeapNetwork blank(ModelSpec spec, Products products) {
        return new HeapNetwork(spec, 0, products, Lanes.ALONE, new LaneChoice(1));
    }

    private static LayerStep[] layers(ModelSpec spec, long seed, WindowStep.Room room) {
        LayerStep[] made = new LayerStep[spec.layers().size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = spec.layers().get(i).visit(new Steps(seed, room));
        }
        return made;
    }

    /** Our step for each kind of layer. */
    private record Steps(long seed, WindowStep.Room room) implements LayerSpec.Visitor<LayerStep> {
        @Override
        public LayerStep dense(LayerSpec.Dense layer) {
            return new DenseStep(layer.inputs(), layer.outputs(), layer.activation(), room.products());
        }

        @Override
        public LayerStep convolution(LayerSpec.Convolution layer) {
            return WindowStep.of(layer, layer.activation(), room);
        }

        @Override
        public LayerStep transposed(LayerSpec.TransposedConvolution layer) {
            return WindowStep.of(layer, room);
        }

        @Override
        public LayerStep sampling(LayerSpec.Sampling layer) {
            return new SamplingStep(layer.latent(), seed);
        }
    }

    private void place(List<ParameterBlock> blocks) {
        int next = 0;
        for (int layer = 0; layer < layers.length; layer++) {
            if (layers[layer].weightCount() > 0) {
                ParameterBlock one = blocks.get(next++);
                ParameterBlock other = blocks.get(next++);
                boolean weightsFirst = one.shape().size() > 1;
                weightAt[layer] = weightsFirst ? one.offset() : other.offset();
                biasAt[layer] = weightsFirst ? other.offset() : one.offset();
            }
        }
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public double fit(float[] inputs, float[] targets, int n) {
        reserve(n, layers.length);
        draw(n);
        prepare(0, layers.length);
        int parts = parts(n);
        int used = choice.next();
        long start = System.nanoTime();
        lanes.each(parts, used, (number, lane) -> pass(inputs, targets, n, part(n, parts, number, lane)));
        iteration++;
        float rate = Elementwise.adamRate(learningRate, iteration);
        lanes.each(pieces.size(), used, (number, lane) -> learn(inputs, n, parts, pieces.get(number), rate));
        choice.took(System.nanoTime() - start);
        double sum = 0;
        for (int part = 0; part < parts; part++) {
            sum += lossOfPart[part];
        }
        for (LayerStep layer : layers) {
            if (layer instanceof SamplingStep sampling) {
                kl = sampling.kl(parts, n);
            }
        }
        return sum / ((double) n * spec.inputSize());
    }

    private void draw(int n) {
        for (LayerStep layer : layers) {
            if (layer instanceof SamplingStep sampling) {
                sampling.draw(n, iteration, klWeight);
            }
        }
    }

    private void prepare(int from, int to) {
        for (int layer = from; layer < to; layer++) {
            layers[layer].prepare(weights, weightAt[layer], weights, biasAt[layer]);
        }
    }

    private void reserve(int n, int count) {
        for (int layer = 0; layer < count; layer++) {
            if ((long) n * layers[layer].outputs() > MOST_NUMBERS) {
                throw new EngineException("A batch of " + n + " images is too large for a layer of "
                        + layers[layer].outputs() + " numbers; use a smaller batch or fewer feature maps.");
            }
            layers[layer].reserve(n);
        }
    }

    private static int parts(int n) {
        return Math.max(1, Math.min(LayerStep.MOST_PARTS, n / LEAST_IMAGES));
    }

    private static Part part(int n, int parts, int number, int lane) {
        int from = (int) ((long) n * number / parts);
        int to = (int) ((long) n * (number + 1) / parts);
        return new Part(number, from, to - from, lane);
    }

    /** Forward, loss and backward for one part of the batch. */
    private void pass(float[] inputs, float[] targets, int n, Part part) {
        int last = layers.length - 1;
        float[] in = inputs;
        for (int layer = 0; layer < last; layer++) {
            if (layers[layer] instanceof SamplingStep sampling) {
                sampling.sample(in, part);
            } else {
                layers[layer].forward(in, part);
            }
            in = layers[layer].out();
        }
        layers[last].forwardSums(in, part);
        int pixels = spec.inputSize();
        int from = part.from() * pixels;
        lossOfPart[part.number()] = Elementwise.sigmoidLoss(
                layers[last].out(),
                targets,
                layers[last].delta(),
                from,
                from + part.count() * pixels,
                (long) n * pixels,
                spec.loss());
        for (int layer = last; layer >= 0; layer--) {
            back(layer, layer == 0 ? inputs : layers[layer - 1].out(), part);
        }
    }

    private void back(int layer, float[] in, Part part) {
        layers[layer].share(in, part);
        if (layer == 0) {
            return;
        }
        LayerStep below = layers[layer - 1];
        if (layers[layer] instanceof SamplingStep sampling) {
            sampling.below(in, below.delta(), part);
        } else {
            layers[layer].below(below.delta(), part);
        }
        below.derive(part);
    }

    /** Gradient and step of one piece of the weights. */
    private void learn(float[] inputs, int n, int parts, Piece piece, float rate) {
        LayerStep layer = layers[piece.layer()];
        float[] in = piece.layer() == 0 ? inputs : layers[piece.layer() - 1].out();
        Range range = layer.gradient(in, n, parts, piece.number(), gradient, weightAt[piece.layer()]);
        Elementwise.adam(weights, gradient, first, second, range.from(), range.to(), rate);
        if (piece.number() == layer.pieces() - 1) {
            int at = biasAt[piece.layer()];
            layer.biasGradient(parts, gradient, at);
            Elementwise.adam(weights, gradient, first, second, at, at + layer.channels(), rate);
        }
    }

    @Override
    public double kl() {
        return kl;
    }

    @Override
    public long drawSeed() {
        for (LayerStep layer : layers) {
            if (layer instanceof SamplingStep sampling) {
                return sampling.seedOf(iteration);
            }
        }
        return 0;
    }

    @Override
    public void klWeight(double perPixel) {
        klWeight = perPixel;
    }

    @Override
    public void learningRate(double value) {
        learningRate = value;
    }

    @Override
    public float[] encode(float[] images, int n) {
        return through(images, n, 0, spec.encoderLayers());
    }

    @Override
    public float[] decode(float[] codes, int n) {
        return through(codes, n, spec.encoderLayers(), layers.length);
    }

    @Override
    public float[] reconstruct(float[] images, int n) {
        return through(images, n, 0, layers.length);
    }

    @Override
    public float[] posterior(float[] images, int n) {
        if (!spec.isVariational()) {
            throw new IllegalStateException("the " + spec.describe() + " has no distribution over codes");
        }
        return through(images, n, 0, spec.encoderLayers() - 1);
    }

    @Override
    public float[] through(float[] values, int n, int from, int to) {
        int in = layers[from].inputs();
        int out = layers[to - 1].outputs();
        if (values.length < n * in) {
            throw new IllegalArgumentException("expected " + n + " × " + in + " numbers, got " + values.length);
        }
        float[] result = new float[n * out];
        for (int layer = from; layer < to; layer++) {
            layers[layer].reserve(Math.min(n, CHUNK));
        }
        prepare(from, to);
        for (int done = 0; done < n; done += CHUNK) {
            int size = Math.min(CHUNK, n - done);
            float[] chunk =
                    done == 0 && n <= CHUNK ? values : Arrays.copyOfRange(values, done * in, (done + size) * in);
            int parts = parts(size);
            lanes.each(parts, choice.next(), (number, lane) -> run(chunk, from, to, part(size, parts, number, lane)));
            System.arraycopy(layers[to - 1].out(), 0, result, done * out, size * out);
        }
        return result;
    }

    private void run(float[] values, int from, int to, Part part) {
        float[] in = values;
        for (int layer = from; layer < to; layer++) {
            layers[layer].forward(in, part);
            in = layers[layer].out();
        }
    }

    @Override
    public void load(Parameters parameters) {
        fromFile(checked(parameters, weights.length), weights);
    }

    @Override
    public Parameters parameters() {
        return Parameters.read(weights.length, target -> toFile(weights, target));
    }

    @Override
    public Parameters optimiserState() {
        int count = weights.length;
        return Parameters.read(2 * count, target -> {
            float[] moments = new float[count];
            toFile(first, moments);
            System.arraycopy(moments, 0, target, 0, count);
            toFile(second, moments);
            System.arraycopy(moments, 0, target, count, count);
        });
    }

    @Override
    public long iteration() {
        return iteration;
    }

    @Override
    public void restore(Parameters parameters, Parameters optimiserState, long iterations) {
        load(parameters);
        int count = weights.length;
        float[] moments = checked(optimiserState, 2 * count);
        fromFile(Arrays.copyOfRange(moments, 0, count), first);
        fromFile(Arrays.copyOfRange(moments, count, 2 * count), second);
        iteration = iterations;
    }

    private static float[] checked(Parameters values, int count) {
        if (values.size() != count) {
            throw new IllegalArgumentException("expected " + count + " numbers, got " + values.size());
        }
        return values.toArray();
    }

    private void fromFile(float[] file, float[] own) {
        System.arraycopy(file, 0, own, 0, own.length);
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer].importWeights(file, own, weightAt[layer]);
        }
    }

    private void toFile(float[] own, float[] file) {
        System.arraycopy(own, 0, file, 0, own.length);
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer].exportWeights(own, file, weightAt[layer]);
        }
    }

    /** The gradient of the last step, in the order of {@link ParameterLayout}. */
    float[] lastGradient() {
        float[] file = new float[gradient.length];
        toFile(gradient, file);
        return file;
    }

    @Override
    public void close() {}
}
