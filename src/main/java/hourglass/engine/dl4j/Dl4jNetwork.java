package hourglass.engine.dl4j;

import hourglass.core.Lanes;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.EngineException;
import hourglass.engine.heap.InitialWeights;
import hourglass.engine.heap.LaneChoice;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Any of the networks as a DL4J network of our layers. Owned by one thread. */
final class Dl4jNetwork implements TrainableNetwork {
    /** Images per pass when evaluating: large enough for the matrix product, small enough for the cache. */
    private static final int CHUNK = 256;

    private final ModelSpec spec;
    private final FusedAdam.Rate rate;
    private final SamplingState sampling;
    private final Workshop workshop;
    private final LaneChoice lanes;
    private final MultiLayerNetwork network;
    private INDArray inputs = Nd4j.empty(DataType.FLOAT);
    private INDArray targets = Nd4j.empty(DataType.FLOAT);

    private Dl4jNetwork(
            ModelSpec spec,
            FusedAdam.Rate rate,
            SamplingState sampling,
            Workshop workshop,
            LaneChoice lanes,
            float[] initial) {
        this.spec = spec;
        this.rate = rate;
        this.sampling = sampling;
        this.workshop = workshop;
        this.lanes = lanes;
        INDArray flat = Nd4j.create(initial, new long[] {1, initial.length}, 'c');
        network = Networks.fused(spec, new FusedAdam(rate), sampling, workshop, flat);
    }

    /** With weights drawn from the experiment's seed. */
    static Dl4jNetwork fresh(Experiment experiment, Workshop workshop, LaneChoice lanes) {
        Dl4jNetwork made = new Dl4jNetwork(
                experiment.model(),
                new FusedAdam.Rate(experiment.training().learningRate()),
                new SamplingState(experiment.seed()),
                workshop,
                lanes,
                InitialWeights.draw(experiment.model(), experiment.seed()));
        experiment
                .model()
                .variational()
                .map(variational -> variational.klWeightPerPixel(Double.POSITIVE_INFINITY))
                .ifPresent(made::klWeight);
        return made;
    }

    /** With weights of zero, to be loaded. */
    static Dl4jNetwork blank(ModelSpec spec) {
        return new Dl4jNetwork(
                spec,
                new FusedAdam.Rate(1e-3),
                new SamplingState(0),
                new Workshop(Lanes.ALONE),
                new LaneChoice(1),
                new float[Math.toIntExact(spec.parameterCount())]);
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public double fit(float[] images, float[] clean, int n) {
        inputs = filled(inputs, images, n, spec.inputSize());
        targets = filled(targets, clean, n, spec.inputSize());
        workshop.use(lanes.next());
        long start = System.nanoTime();
        try {
            network.fit(inputs, targets);
            lanes.took(System.nanoTime() - start);
        } catch (EngineException said) {
            throw said;
        } catch (RuntimeException failed) {
            throw new EngineException("The training step failed: " + failed.getMessage(), failed);
        }
        return ((MeanLoss) network.getOutputLayer()).meanLoss();
    }

    @Override
    public double kl() {
        return sampling.kl();
    }

    @Override
    public long drawSeed() {
        return spec.isVariational() ? SamplingLayer.noiseSeed(sampling.seed(), network.getIterationCount()) : 0;
    }

    @Override
    public void klWeight(double perPixel) {
        sampling.klWeight(perPixel);
    }

    @Override
    public void learningRate(double value) {
        rate.set(value);
    }

    @Override
    public float[] encode(float[] images, int n) {
        return through(images, n, 0, spec.encoderLayers());
    }

    @Override
    public float[] decode(float[] codes, int n) {
        return through(codes, n, spec.encoderLayers(), spec.layers().size());
    }

    @Override
    public float[] reconstruct(float[] images, int n) {
        return through(images, n, 0, spec.layers().size());
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
        int in = spec.layers().get(from).inputs();
        int out = spec.layers().get(to - 1).outputs();
        // A convolution at the end leaves its activation to a layer of its own.
        int end = to == spec.layers().size() ? network.getnLayers() : to;
        if (values.length < n * in) {
            throw new IllegalArgumentException("expected " + n + " × " + in + " numbers, got " + values.length);
        }
        float[] result = new float[n * out];
        for (int done = 0; done < n; done += CHUNK) {
            int size = Math.min(CHUNK, n - done);
            float[] chunk = Arrays.copyOfRange(values, done * in, (done + size) * in);
            System.arraycopy(runChunk(chunk, size, from, end), 0, result, done * out, size * out);
        }
        return result;
    }

    @SuppressWarnings("try") // the scope is what counts; nothing is asked of it
    private float[] runChunk(float[] values, int n, int fromLayer, int toLayer) {
        LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray block = Nd4j.create(values, new long[] {n, values.length / n}, 'c');
            for (int layer = fromLayer; layer < toLayer; layer++) {
                INDArray next = network.getLayer(layer).activate(block, false, memory);
                block.close();
                block = next;
            }
            float[] result = new float[Math.toIntExact(block.length())];
            Native.pointer(block).get(result);
            block.close();
            return result;
        }
    }

    @Override
    public void load(Parameters parameters) {
        write(network.params(), parameters);
    }

    @Override
    public Parameters parameters() {
        return read(network.params());
    }

    @Override
    public Parameters optimiserState() {
        return read(network.getUpdater().getStateViewArray());
    }

    @Override
    public long iteration() {
        return network.getIterationCount();
    }

    @Override
    public void restore(Parameters parameters, Parameters optimiserState, long iteration) {
        load(parameters);
        write(network.getUpdater().getStateViewArray(), optimiserState);
        network.setIterationCount(Math.toIntExact(iteration));
    }

    @Override
    public void close() {
        release(inputs);
        release(targets);
        for (Layer layer : network.getLayers()) {
            if (layer instanceof Releasable own) {
                own.release();
            }
        }
        network.close();
    }

    private static void release(INDArray array) {
        if (!array.isEmpty() && array.closeable()) {
            array.close();
        }
    }

    private static Parameters read(INDArray array) {
        FloatPointer floats = Native.pointer(array);
        return Parameters.read(Math.toIntExact(array.length()), floats::get);
    }

    private static void write(INDArray array, Parameters values) {
        if (array.length() != values.size()) {
            throw new IllegalArgumentException("expected " + array.length() + " numbers, got " + values.size());
        }
        Native.pointer(array).put(values.toArray());
    }

    private static INDArray filled(INDArray array, float[] values, int n, int width) {
        INDArray sized = array;
        if (array.isEmpty() || array.size(0) != n) {
            // The collector sees only the small Java side of it and would let the native side pile up.
            release(array);
            sized = Nd4j.createUninitialized(DataType.FLOAT, n, width);
        }
        FloatPointer pointer = Native.pointer(sized);
        pointer.put(values, 0, n * width);
        return sized;
    }
}
