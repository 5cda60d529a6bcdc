package hourglass.engine.dl4j;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.heap.InitialWeights;
import hourglass.engine.model.SpeedProbe;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** DL4J as it comes, and what the processor could do, measured beside our networks. */
final class Dl4jProbe implements SpeedProbe {
    private static final int SIDE = 1024;
    private static final int REPEATS = 8;

    @Override
    public double peak() {
        long count = (long) SIDE * SIDE;
        try (FloatPointer a = new FloatPointer(count);
                FloatPointer b = new FloatPointer(count);
                FloatPointer c = new FloatPointer(count)) {
            for (long i = 0; i < count; i++) {
                a.put(i, 1f);
                b.put(i, 1f);
            }
            long best = Long.MAX_VALUE;
            for (int i = 0; i < REPEATS; i++) {
                long start = System.nanoTime();
                Native.times(a, b, c, SIDE, SIDE, SIDE);
                best = Math.min(best, System.nanoTime() - start);
            }
            return 2.0 * SIDE * SIDE * SIDE / (best * 1e-9);
        }
    }

    @Override
    public String kernels() {
        return "OpenBLAS";
    }

    @Override
    public Optional<Stock> stock(Experiment experiment) {
        return StockNetworks.canMake(experiment.model()) ? Optional.of(new StockNetwork(experiment)) : Optional.empty();
    }

    /** DL4J's layers and DL4J's Adam. */
    private static final class StockNetwork implements Stock {
        private final MultiLayerNetwork network;
        private final ModelSpec spec;

        StockNetwork(Experiment experiment) {
            spec = experiment.model();
            SamplingState sampling = new SamplingState(experiment.seed());
            spec.variational()
                    .map(variational -> variational.klWeightPerPixel(Double.POSITIVE_INFINITY) * spec.inputSize())
                    .ifPresent(sampling::klWeight);
            float[] initial = InitialWeights.draw(spec, experiment.seed());
            INDArray flat = Nd4j.create(initial, new long[] {1, initial.length}, 'c');
            network = StockNetworks.of(spec, new Adam(experiment.training().learningRate()), sampling, flat);
        }

        @Override
        public void fit(float[] inputs, float[] targets, int n) {
            try (INDArray images = block(inputs, n, spec.inputSize());
                    INDArray labels = block(targets, labelShape(n))) {
                network.fit(images, labels);
            }
        }

        private long[] labelShape(int n) {
            LayerSpec last = spec.layers().get(spec.layers().size() - 1);
            return last.volumeGiven()
                    .map(image -> new long[] {n, image.channels(), image.height(), image.width()})
                    .orElse(new long[] {n, spec.inputSize()});
        }

        private static INDArray block(float[] values, long... shape) {
            INDArray block = Nd4j.createUninitialized(DataType.FLOAT, shape);
            Native.pointer(block).put(values, 0, Math.toIntExact(block.length()));
            return block;
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
