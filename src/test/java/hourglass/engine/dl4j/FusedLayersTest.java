package hourglass.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Lanes;
import hourglass.core.noise.NormalNumbers;
import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Waist;
import hourglass.engine.heap.Elementwise;
import hourglass.engine.heap.InitialWeights;
import hourglass.testing.ReferenceNetwork;
import hourglass.testing.TinyNetworks;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Holds our layers against DL4J's own and against numeric gradients. */
class FusedLayersTest {
    private static final int N = 5;
    private static final long SEED = 3;
    private static final double KL_WEIGHT = 0.02;

    @BeforeAll
    static void ready() {
        new Dl4jNetworks();
    }

    static Stream<ModelSpec> networks() {
        return TinyNetworks.all();
    }

    private static ConvSpec conv(
            int width, int height, List<Integer> channels, int kernel, Waist waist, Activation activation) {
        return new ConvSpec(width, height, channels, kernel, waist, activation, Loss.MEAN_SQUARED_ERROR);
    }

    /** DL4J flattens volumes channels first, so networks with a dense middle are other networks there. */
    static Stream<ModelSpec> networksDl4jCanMake() {
        return networks()
                .filter(StockNetworks::canMake)
                .filter(spec -> spec.layers().stream().noneMatch(LayerSpec.Dense.class::isInstance)
                        || spec.layers().stream().allMatch(FusedLayersTest::isFlat));
    }

    private static boolean isFlat(LayerSpec layer) {
        return layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.Sampling;
    }

    private static float[] images(long seed, int pixels) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[N * pixels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static float[] weights(ModelSpec spec) {
        float[] weights = InitialWeights.draw(spec, 11);
        SplittableRandom random = new SplittableRandom(12);
        // Biases start at zero, which would hide a mistake in them.
        for (int i = 0; i < weights.length; i++) {
            weights[i] += (float) (0.1 * random.nextDouble());
        }
        return weights;
    }

    private static INDArray row(float[] weights) {
        return Nd4j.create(weights.clone(), new long[] {1, weights.length}, 'c');
    }

    private static SamplingState sampling(double klWeight) {
        SamplingState state = new SamplingState(SEED);
        state.klWeight(klWeight);
        return state;
    }

    private static MultiLayerNetwork ours(ModelSpec spec, float[] weights) {
        return Networks.fused(spec, new NoOp(), sampling(KL_WEIGHT), new Workshop(Lanes.ALONE), row(weights));
    }

    /** DL4J's losses and gradients are sums over the batch, so the divergence must be one too. */
    private static MultiLayerNetwork stock(ModelSpec spec, IUpdater updater, float[] weights) {
        return StockNetworks.of(spec, updater, sampling(0), row(weights));
    }

    private static INDArray labels(ModelSpec spec, float[] images, int pixels) {
        LayerSpec last = spec.layers().get(spec.layers().size() - 1);
        return last instanceof LayerSpec.Convolution c
                ? Nd4j.create(
                        images.clone(),
                        new long[] {N, 1, c.out().height(), c.out().width()},
                        'c')
                : Nd4j.create(images.clone(), new long[] {N, pixels}, 'c');
    }

    private static float[] gradient(MultiLayerNetwork network, float[] images, INDArray labels) {
        network.setInput(Nd4j.create(images.clone(), new long[] {N, images.length / N}, 'c'));
        network.setLabels(labels);
        network.computeGradientAndScore();
        float[] values = new float[Math.toIntExact(network.numParams())];
        Native.pointer(network.getFlattenedGradients()).get(values);
        return values;
    }

    @ParameterizedTest
    @MethodSource("networksDl4jCanMake")
    void outputEqualsTheStockLayers(ModelSpec spec) {
        float[] images = images(1, spec.inputSize());
        INDArray block = Nd4j.create(images, new long[] {N, spec.inputSize()}, 'c');
        float[] weights = weights(spec);
        float[] found = ours(spec, weights).output(block).reshape(-1).toFloatVector();
        float[] expected =
                stock(spec, new NoOp(), weights).output(block).reshape(-1).toFloatVector();
        assertArrayEquals(expected, found, 3e-6f);
    }

    @ParameterizedTest
    @MethodSource("networksDl4jCanMake")
    void gradientEqualsTheStockLayers(ModelSpec spec) {
        float[] images = images(1, spec.inputSize());
        float[] weights = weights(spec);
        MultiLayerNetwork plain =
                Networks.fused(spec, new NoOp(), sampling(0), new Workshop(Lanes.ALONE), row(weights));
        MultiLayerNetwork other = stock(spec, new NoOp(), weights);
        float[] found = gradient(plain, images, labels(spec, images, spec.inputSize()));
        float[] expected = gradient(other, images, labels(spec, images, spec.inputSize()));
        // DL4J sums its losses over the batch, and all but the squared error of a dense output over the pixels too.
        double unit = N * Math.rint(other.score() / plain.score());
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected[i] / unit, found[i], 1e-6 + 1e-4 * Math.abs(found[i]), "weight " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientEqualsTheNumericOne(ModelSpec spec) {
        float[] weights = weights(spec);
        float[] images = images(2, spec.inputSize());
        float[] noise = new float[N * spec.codeSize()];
        NormalNumbers.fill(noise, noise.length, SamplingLayer.noiseSeed(SEED, 0));
        ReferenceNetwork reference = new ReferenceNetwork(spec, images, N, noise, KL_WEIGHT);
        MultiLayerNetwork network = ours(spec, weights);
        float[] found = gradient(network, images, Nd4j.create(images, new long[] {N, spec.inputSize()}, 'c'));
        for (int i = 0; i < weights.length; i++) {
            double numeric = reference.slope(weights, i);
            assertEquals(numeric, found[i], 2e-6 + 2e-3 * Math.abs(numeric), "weight " + i);
        }
        double[] exact = new double[weights.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = weights[i];
        }
        assertEquals(reference.loss(exact), network.score(), 1e-5);
    }

    @Test
    void aStepOfFusedAdamEqualsTheFormula() {
        float[] gradient = {0.5f, -2f, 0f};
        float[] first = new float[3];
        float[] second = new float[3];
        float[] weights = new float[3];
        Elementwise.adam(weights, gradient, first, second, 0, 3, Elementwise.adamRate(0.01, 1));
        // In the first step the corrected moments are g and g², so each weight moves by the rate against its sign.
        assertArrayEquals(new float[] {-0.01f, 0.01f, 0f}, weights, 1e-6f);
        assertArrayEquals(new float[] {0.05f, -0.2f, 0f}, first, 1e-7f);
    }

    @Test
    void twoHundredDenseStepsStayBesideTheStockLayers() {
        stepsStayBesideTheStockLayers(
                new DenseSpec(64, List.of(16), 4, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR), 1e-4);
    }

    @Test
    void twoHundredConvolutionalStepsStayBesideTheStockLayers() {
        stepsStayBesideTheStockLayers(conv(8, 8, List.of(4, 2), 3, Waist.NONE, Activation.RELU), 1e-3);
    }

    private static void stepsStayBesideTheStockLayers(ModelSpec spec, double tolerance) {
        float[] weights = InitialWeights.draw(spec, 9);
        float[] images = images(3, spec.inputSize());
        INDArray block = Nd4j.create(images, new long[] {N, spec.inputSize()}, 'c');
        INDArray labels = labels(spec, images, spec.inputSize());
        MultiLayerNetwork ours = Networks.fused(
                spec, new FusedAdam(new FusedAdam.Rate(1e-3)), sampling(0), new Workshop(Lanes.ALONE), row(weights));
        MultiLayerNetwork stock = stock(spec, new Adam(1e-3), weights);
        double first = 0;
        for (int i = 0; i < 200; i++) {
            ours.fit(block, block);
            stock.fit(block, labels);
            first = i == 0 ? ours.score() : first;
        }
        double unit = Math.rint(stock.score() / ours.score());
        assertTrue(ours.score() < 0.9 * first, "the loss stayed at " + ours.score());
        assertEquals(stock.score() / unit, ours.score(), tolerance);
    }

    @Test
    void tanhIsExactToAFloatOverItsWholeRange() {
        for (double x = -12; x <= 12; x += 0.001) {
            assertEquals(Math.tanh(x), Elementwise.tanh((float) x), 6e-7, "at " + x);
        }
        assertEquals(DataType.FLOAT, Nd4j.create(1).dataType());
    }
}
