package hourglass.engine.dl4j;

import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.engine.EngineException;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.TrainableNetwork;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A dense autoencoder as a DL4J network. Owned by one thread. */
final class DenseNetwork implements TrainableNetwork {
    /** Images per pass when evaluating: large enough for the matrix product, small enough for the cache. */
    private static final int CHUNK = 256;

    private final DenseSpec spec;
    private final FusedAdam.Rate rate;
    private final MultiLayerNetwork network;
    private INDArray inputs = Nd4j.empty(DataType.FLOAT);
    private INDArray targets = Nd4j.empty(DataType.FLOAT);

    DenseNetwork(DenseSpec spec, double learningRate, float[] initial, Networks.Layers layers) {
        this.spec = spec;
        rate = new FusedAdam.Rate(learningRate);
        INDArray flat = Nd4j.create(initial, new long[] {1, initial.length}, 'c');
        network = Networks.dense(spec, new FusedAdam(rate), layers, flat);
    }

    static DenseNetwork fresh(Experiment experiment, DenseSpec spec) {
        return new DenseNetwork(
                spec,
                experiment.training().learningRate(),
                InitialWeights.draw(spec, experiment.seed()),
                Networks.Layers.FUSED);
    }

    @Override
    public DenseSpec spec() {
        return spec;
    }

    @Override
    public double fit(float[] images, float[] clean, int n) {
        inputs = filled(inputs, images, n, spec.inputSize());
        targets = filled(targets, clean, n, spec.inputSize());
        try {
            network.fit(inputs, targets);
        } catch (RuntimeException failed) {
            throw new EngineException("The training step failed: " + failed.getMessage(), failed);
        }
        return network.score();
    }

    @Override
    public void learningRate(double value) {
        rate.set(value);
    }

    @Override
    public float[] encode(float[] images, int n) {
        return run(images, n, 0, spec.codeIndex());
    }

    @Override
    public float[] decode(float[] codes, int n) {
        return run(codes, n, spec.codeIndex(), 2 * spec.codeIndex());
    }

    @Override
    public float[] reconstruct(float[] images, int n) {
        return run(images, n, 0, 2 * spec.codeIndex());
    }

    private float[] run(float[] values, int n, int fromLayer, int toLayer) {
        int in = spec.layerSizes().get(fromLayer);
        int out = spec.layerSizes().get(toLayer);
        if (values.length < n * in) {
            throw new IllegalArgumentException("expected " + n + " × " + in + " numbers, got " + values.length);
        }
        float[] result = new float[n * out];
        for (int done = 0; done < n; done += CHUNK) {
            int size = Math.min(CHUNK, n - done);
            float[] chunk = Arrays.copyOfRange(values, done * in, (done + size) * in);
            System.arraycopy(runChunk(chunk, size, fromLayer, toLayer), 0, result, done * out, size * out);
        }
        return result;
    }

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
        network.close();
    }

    private static void release(INDArray array) {
        if (!array.isEmpty() && array.closeable()) {
            array.close();
        }
    }

    private static Parameters read(INDArray array) {
        float[] values = new float[Math.toIntExact(array.length())];
        Native.pointer(array).get(values);
        return Parameters.copyOf(values);
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
