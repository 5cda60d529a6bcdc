package hourglass.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.Volume;
import hourglass.core.spec.Window;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.testing.Engines;
import hourglass.testing.TinyNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sum written out against what both engines compute, number by number, in every kind of layer. */
class WeightedSumTest {
    static Stream<ModelSpec> networks() {
        return TinyNetworks.all();
    }

    private static Network network(NetworkFactory factory, ModelSpec spec) {
        Experiment experiment = new Experiment(
                "custom", new DataSpec("x", ""), spec, NoiseSpec.CLEAN, new TrainingSpec(1, 16, 1e-3), 5);
        float[] weights;
        try (Network fresh = factory.trainable(experiment)) {
            weights = fresh.parameters().toArray();
        }
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < weights.length; i++) {
            weights[i] += (float) (0.1 * random.nextDouble());
        }
        Network network = factory.evaluator(spec);
        network.load(Parameters.copyOf(weights));
        return network;
    }

    private static float[] image(int pixels) {
        SplittableRandom random = new SplittableRandom(4);
        float[] image = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            image[i] = (float) random.nextDouble();
        }
        return image;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isTheNumberOfOurOwnNetworks(ModelSpec spec) {
        isTheNumber(Engines.networks(), spec);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void isTheNumberOfTheLibrarysNetworks(ModelSpec spec) {
        isTheNumber(new Dl4jNetworks(), spec);
    }

    private static void isTheNumber(NetworkFactory factory, ModelSpec spec) {
        try (Network network = network(factory, spec)) {
            float[] input = image(spec.inputSize());
            float[] whole = network.reconstruct(input, 1);
            for (int layer = 0; layer < spec.layers().size(); layer++) {
                float[] output = network.through(input, 1, layer, layer + 1);
                assertEquals(spec.layers().get(layer).outputs(), output.length);
                explained(spec, network.parameters(), layer, input, output);
                input = output;
            }
            assertArrayEquals(whole, input, 1e-6f, "layer after layer is the whole");
        }
    }

    private static void explained(ModelSpec spec, Parameters weights, int layer, float[] input, float[] output) {
        for (int i = 0; i < output.length; i++) {
            var sum = WeightedSum.of(spec, weights, layer, input, i);
            assertEquals(spec.layers().get(layer) instanceof LayerSpec.Sampling, sum.isEmpty());
            if (sum.isPresent()) {
                assertEquals(output[i], sum.get().value(), 1e-5, "layer " + layer + ", number " + i);
            }
        }
    }

    @Test
    void aSumIsWrittenOut() {
        WeightedSum.Part one = new WeightedSum.Part(0, new float[] {1, 2}, new float[] {3, -1});
        WeightedSum.Part other = new WeightedSum.Part(1, new float[] {1, 1}, new float[] {-4, -2});
        WeightedSum sum = new WeightedSum(new Window.Area(0, 0, 1, 2), List.of(one, other), 0.5, Activation.RELU);
        assertEquals(1, one.sum());
        assertEquals(-5, sum.sum());
        assertEquals(0, sum.value(), "cut at zero");
        assertEquals(1, sum.strongest().map());
    }

    @Test
    void whatAWindowCoversIsWhatCoversIt() {
        for (int stride = 1; stride <= 2; stride++) {
            for (int kernel = 1; kernel <= 5; kernel++) {
                Volume large = new Volume(1, 7, 7);
                int side = (7 + stride - 1) / stride;
                Volume small = new Volume(1, side, side);
                Window window = Window.of(new LayerSpec.Convolution(large, small, kernel, stride, Activation.LINEAR));
                for (int pixel = 0; pixel < 49; pixel++) {
                    covers(window, pixel / 7, pixel % 7);
                }
            }
        }
    }

    private static void covers(Window window, int row, int column) {
        Window.Area over = window.over(row, column);
        boolean[] found = new boolean[window.small().size()];
        for (int i = 0; i < over.rows() * over.columns(); i++) {
            found[(over.top() + i / over.columns()) * window.small().width() + over.left() + i % over.columns()] = true;
        }
        boolean[] expected = new boolean[found.length];
        for (int i = 0; i < expected.length; i++) {
            Window.Area under =
                    window.under(i / window.small().width(), i % window.small().width());
            expected[i] = row >= under.top()
                    && row < under.top() + under.rows()
                    && column >= under.left()
                    && column < under.left() + under.columns();
        }
        assertTrue(Arrays.equals(expected, found), window + " at " + row + ", " + column);
    }
}
