package hourglass.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Loss;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Holds our layers against DL4J's own and against numeric gradients. */
class FusedLayersTest {
    private static final int N = 5;

    @BeforeAll
    static void ready() {
        new Dl4jNetworks();
    }

    private static DenseSpec spec(Activation activation, Loss loss) {
        return new DenseSpec(12, List.of(7), 3, activation, activation, loss);
    }

    private static float[] images(long seed, int pixels) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[N * pixels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static MultiLayerNetwork network(DenseSpec spec, Networks.Layers layers, float[] weights) {
        INDArray flat = Nd4j.create(weights.clone(), new long[] {1, weights.length}, 'c');
        return Networks.dense(spec, new NoOp(), layers, flat);
    }

    private static float[] gradient(MultiLayerNetwork network, float[] images, int pixels) {
        INDArray block = Nd4j.create(images.clone(), new long[] {N, pixels}, 'c');
        network.setInput(block);
        network.setLabels(block);
        network.computeGradientAndScore();
        return network.gradient().gradient().reshape(-1).toFloatVector();
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void outputEqualsTheStockLayers(Activation activation) {
        DenseSpec spec = spec(activation, Loss.MEAN_SQUARED_ERROR);
        float[] weights = InitialWeights.draw(spec, 11);
        float[] images = images(1, 12);
        INDArray block = Nd4j.create(images, new long[] {N, 12}, 'c');
        float[] ours = network(spec, Networks.Layers.FUSED, weights)
                .output(block)
                .reshape(-1)
                .toFloatVector();
        float[] stock = network(spec, Networks.Layers.STOCK, weights)
                .output(block)
                .reshape(-1)
                .toFloatVector();
        assertArrayEquals(stock, ours, 2e-6f);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientEqualsTheNumericOneForSquaredError(Activation activation) {
        checkGradient(spec(activation, Loss.MEAN_SQUARED_ERROR));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientEqualsTheNumericOneForCrossEntropy(Activation activation) {
        checkGradient(spec(activation, Loss.BINARY_CROSS_ENTROPY));
    }

    /** Central differences of a loss computed here, in double, from the formulas alone. */
    private static void checkGradient(DenseSpec spec) {
        float[] weights = InitialWeights.draw(spec, 5);
        float[] images = images(2, 12);
        float[] found = gradient(network(spec, Networks.Layers.FUSED, weights), images, 12);
        // DL4J hands gradients out layer by layer in the order of the flat vector, column-major like the weights.
        float[] flat = flatGradient(spec, weights, images);
        assertEquals(weights.length, found.length);
        for (int i = 0; i < weights.length; i++) {
            double numeric = ReferenceNetwork.slope(spec, weights, images, N, i);
            assertEquals(numeric, flat[i], 1e-6 + 2e-3 * Math.abs(numeric), "weight " + i);
        }
    }

    private static float[] flatGradient(DenseSpec spec, float[] weights, float[] images) {
        MultiLayerNetwork network = network(spec, Networks.Layers.FUSED, weights);
        gradient(network, images, 12);
        float[] values = new float[weights.length];
        Native.pointer(network.getFlattenedGradients()).get(values);
        return values;
    }

    @Test
    void aStepOfFusedAdamEqualsTheFormula() {
        float[] gradient = {0.5f, -2f, 0f};
        float[] first = new float[3];
        float[] second = new float[3];
        Kernels.adam(gradient, first, second, 3, 0.01, 1);
        // In the first step the corrected moments are g and g², so each weight moves by the rate against its sign.
        assertArrayEquals(new float[] {0.01f, -0.01f, 0f}, gradient, 1e-6f);
        assertArrayEquals(new float[] {0.05f, -0.2f, 0f}, first, 1e-7f);
    }

    @Test
    void twoHundredStepsStayBesideTheStockLayers() {
        DenseSpec spec = new DenseSpec(64, List.of(16), 4, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        float[] weights = InitialWeights.draw(spec, 9);
        float[] images = images(3, 64);
        try (DenseNetwork ours = new DenseNetwork(spec, 1e-3, weights, Networks.Layers.FUSED);
                DenseNetwork stock = new DenseNetwork(spec, 1e-3, weights, Networks.Layers.STOCK)) {
            double a = 0;
            double b = 0;
            for (int i = 0; i < 200; i++) {
                a = ours.fit(images, images, N);
                b = stock.fit(images, images, N);
            }
            assertEquals(b, a, 1e-4);
        }
    }

    @Test
    void tanhIsExactToAFloatOverItsWholeRange() {
        for (double x = -12; x <= 12; x += 0.001) {
            assertEquals(Math.tanh(x), Kernels.tanh((float) x), 6e-7, "at " + x);
        }
        assertEquals(DataType.FLOAT, Nd4j.create(1).dataType());
    }
}
