package hourglass.core.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every change of a setting changes it alone; every limit is where it is said to be; weights counted by hand. */
class SpecValuesTest {
    private static final DenseSpec STACKED =
            new DenseSpec(784, List.of(100, 40), 30, Activation.RELU, Activation.LINEAR, Loss.BINARY_CROSS_ENTROPY);
    private static final Experiment EXPERIMENT = new Experiment(
            "custom",
            new DataSpec("Some", "01"),
            STACKED,
            new NoiseSpec(NoiseKind.GAUSSIAN, 0.2),
            new TrainingSpec(3, 32, 1e-3),
            7);

    private static void refused(String words, Executable making) {
        InvalidSpecException thrown = assertThrows(InvalidSpecException.class, making);
        assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
    }

    @Test
    void theWeightsOfADenseNetworkByHand() {
        long weights = 2L * (784 * 100 + 100 * 40 + 40 * 30);
        long biases = 100 + 40 + 30 + 40 + 100 + 784;
        assertEquals(weights + biases, STACKED.parameterCount());
        assertEquals(
                weights + biases,
                STACKED.layers().stream().mapToLong(LayerSpec::parameterCount).sum());
        assertEquals(List.of(784, 100, 40, 30, 40, 100, 784), STACKED.layerSizes());
        assertEquals(3, STACKED.encoderLayers());
    }

    @Test
    void theCodeAndTheLastLayerHaveActivationsOfTheirOwn() {
        List<Activation> expected = List.of(
                Activation.RELU,
                Activation.RELU,
                Activation.LINEAR,
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID);
        for (int layer = 0; layer < expected.size(); layer++) {
            assertEquals(expected.get(layer), STACKED.activationAfter(layer), "layer " + layer);
        }
        DenseSpec shallow = new DenseSpec(4, List.of(), 2, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        assertEquals(Activation.LINEAR, shallow.activationAfter(0));
        assertEquals(Activation.SIGMOID, shallow.activationAfter(1));
    }

    @Test
    void aDenseNetworkChangesInOneThingAtATime() {
        assertEquals(
                new DenseSpec(784, List.of(100, 40), 5, Activation.RELU, Activation.LINEAR, Loss.BINARY_CROSS_ENTROPY),
                STACKED.withSizes(STACKED.sizes().withCodeSize(5)));
        assertEquals(
                new DenseSpec(784, List.of(100, 40), 30, Activation.RELU, Activation.RELU, Loss.BINARY_CROSS_ENTROPY),
                STACKED.withCodeActivation(Activation.RELU));
        assertEquals(
                new DenseSpec(784, List.of(100, 40), 30, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR),
                STACKED.withLoss(Loss.MEAN_SQUARED_ERROR));
    }

    private static DenseSpec dense(int pixels, List<Integer> hidden, int code) {
        return new DenseSpec(pixels, hidden, code, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void theLimitsOfADenseNetwork() {
        assertEquals(16_384, dense(16_384, List.of(), 2).inputSize());
        refused("Pixels per image must be between 1 and 16384; got 16385.", () -> dense(16_385, List.of(), 2));
        refused("got 0", () -> dense(0, List.of(), 2));
        List<Integer> six = new ArrayList<>(Collections.nCopies(6, 3));
        assertEquals(6, dense(4, six, 2).hidden().size());
        six.add(3);
        refused("Hidden layers on each side must be between 0 and 6; got 7.", () -> dense(4, six, 2));
        refused("Neurons in a layer must be between 1 and 4096; got 0.", () -> dense(4, List.of(0), 2));
        refused("Neurons in a layer must be between 1 and 4096; got 4097.", () -> dense(4, List.of(4097), 2));
        refused("Code size must be between 1 and 4096; got 4097.", () -> dense(4, List.of(), 4097));
        long most = 2L * (784 * 4096L + 4096L * 4096) + 2 * 4096 + 4096 + 784;
        assertEquals(most, dense(784, List.of(4096), 4096).parameterCount());
        refused(
                "The network would have 73552656 weights; at most 50000000 are possible.",
                () -> dense(784, List.of(4096, 4096), 4096));
    }

    @Test
    void anExperimentChangesInOneThingAtATime() {
        Experiment e = EXPERIMENT;
        TrainingSpec t = e.training();
        DataSpec other = new DataSpec("Other", "02");
        PlainSpec small = STACKED.withSizes(STACKED.sizes().withCodeSize(2));
        assertEquals(new Experiment("x", e.data(), e.model(), e.noise(), t, 7), e.withPreset("x"));
        assertEquals(new Experiment("custom", other, e.model(), e.noise(), t, 7), e.withData(other));
        assertEquals(new Experiment("custom", e.data(), small, e.noise(), t, 7), e.withModel(small));
        assertEquals(
                new Experiment("custom", e.data(), e.model(), NoiseSpec.CLEAN, t, 7), e.withNoise(NoiseSpec.CLEAN));
        assertEquals(
                new Experiment("custom", e.data(), e.model(), e.noise(), t.withEpochs(9), 7),
                e.withTraining(t.withEpochs(9)));
        assertEquals(new Experiment("custom", e.data(), e.model(), e.noise(), t, 8), e.withSeed(8));
        assertEquals(new TrainingSpec(9, 32, 1e-3), t.withEpochs(9));
        assertEquals(new TrainingSpec(3, 64, 1e-3), t.withBatchSize(64));
        assertEquals(new TrainingSpec(3, 32, 0.5), t.withLearningRate(0.5));
    }

    @Test
    void theLimitsOfTraining() {
        assertEquals(10_000, new TrainingSpec(10_000, 4096, 1000).epochs());
        assertEquals(1e-6, new TrainingSpec(0, 1, 1e-6).learningRate());
        refused("Epochs must be between 0 and 10000; got 10001.", () -> new TrainingSpec(10_001, 1, 1));
        refused("Batch size must be between 1 and 4096; got 4097.", () -> new TrainingSpec(1, 4097, 1));
        refused("Learning rate must be between 0.000001 and 1000; got 1001.", () -> new TrainingSpec(1, 1, 1001));
        refused("got 0.0000005.", () -> new TrainingSpec(1, 1, 5e-7));
        refused("got Infinity.", () -> new TrainingSpec(1, 1, Double.POSITIVE_INFINITY));
        refused("got 30000000.", () -> new TrainingSpec(1, 1, 3e7));
    }

    @Test
    void noiseIsARangeOnlyBelowItsHighestLevel() {
        assertFalse(new NoiseSpec(NoiseKind.MASKING, 0.3).isRange());
        assertTrue(new NoiseSpec(NoiseKind.MASKING, 0.3, 0).isRange());
        assertFalse(NoiseSpec.CLEAN.isNoisy());
        assertTrue(new NoiseSpec(NoiseKind.MASKING, 0).isNoisy());
        refused("Without noise the level must be 0; got 0.1.", () -> new NoiseSpec(NoiseKind.NONE, 0.1));
        refused("must be between 0 and the highest", () -> new NoiseSpec(NoiseKind.MASKING, 0.3, -0.1));
        refused("The noise level must be between 0 and 1; got 2.", () -> new NoiseSpec(NoiseKind.MASKING, 2));
    }

    @Test
    void aMapChangesInOneThingAtATimeWithinItsLimits() {
        EmbeddingSpec spec = EmbeddingSpec.standard(5);
        assertEquals(new EmbeddingSpec(2000, 30, 1000, 200, 5), spec);
        assertEquals(new EmbeddingSpec(300, 30, 1000, 200, 5), spec.withPoints(300));
        assertEquals(new EmbeddingSpec(2000, 10, 1000, 200, 5), spec.withPerplexity(10));
        assertEquals(new EmbeddingSpec(2000, 30, 250, 200, 5), spec.withIterations(250));
        assertEquals(new EmbeddingSpec(2000, 30, 1000, 10, 5), spec.withLearningRate(10));
        assertEquals(new EmbeddingSpec(2000, 30, 1000, 200, 6), spec.withSeed(6));
        assertEquals(70, spec.withPoints(210).withPerplexity(70).perplexity());
        refused("at most a third of the points, which is 70 for 210", () -> spec.withPoints(210)
                .withPerplexity(70.5));
    }

    private static ConvSpec conv(int width, int height, List<Integer> channels, Waist waist) {
        return new ConvSpec(width, height, channels, 3, waist, Activation.RELU, Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void theDenseMiddleOfAConvolutionalNetworkIsMirrored() {
        ConvSpec spec = conv(8, 8, List.of(4), new Waist(List.of(20, 10), 3, Activation.LINEAR));
        List<LayerSpec> middle = spec.layers().subList(1, 7);
        int[] sizes = {64, 20, 10, 3, 10, 20, 64};
        for (int i = 0; i < 6; i++) {
            Activation after = i == 2 ? Activation.LINEAR : Activation.RELU;
            assertEquals(new LayerSpec.Dense(sizes[i], sizes[i + 1], after), middle.get(i), "layer " + i);
        }
        assertEquals(4, spec.encoderLayers());
        assertEquals("Convolutional autoencoder 4–20–10, code of 3", spec.describe());
        assertEquals(
                List.of(20, 10),
                spec.withSizes(spec.sizes().withCodeSize(5)).sizes().hidden());
        assertEquals(5, spec.withSizes(spec.sizes().withCodeSize(5)).codeSize());
        assertEquals(
                Waist.NONE.hidden(),
                spec.withSizes(spec.sizes().withCodeSize(0)).sizes().hidden());
        assertEquals(64, spec.withSizes(spec.sizes().withCodeSize(0)).codeSize());
    }

    @Test
    void theLimitsOfAConvolutionalNetwork() {
        assertEquals(128, conv(128, 3, List.of(1), Waist.NONE).width());
        refused("Pixels in a row must be between 2 and 128; got 129.", () -> conv(129, 28, List.of(1), Waist.NONE));
        refused("Rows of pixels must be between 2 and 128; got 1.", () -> conv(28, 1, List.of(1), Waist.NONE));
        assertEquals(
                8, new ConvSpec(8, 8, List.of(1), 8, Waist.NONE, Activation.RELU, Loss.MEAN_SQUARED_ERROR).kernel());
        refused("Code size must be between 0 and 4096; got 4097.", () -> Waist.of(4097, Activation.RELU));
        refused(
                "Dense layers beside the code must be between 0 and 3; got 4.",
                () -> new Waist(List.of(1, 1, 1, 1), 1, Activation.RELU));
        refused(
                "Neurons in a layer must be between 1 and 4096; got 0.",
                () -> new Waist(List.of(0), 1, Activation.RELU));
    }

    @Test
    void aPresetStandsOnSquaresAndOnRowsOfPixels() {
        DataSpec data = new DataSpec("Some", "");
        assertEquals(Preset.CONV_64.experiment(data, 28, 28, 3), Preset.CONV_64.experiment(data, 784, 3), "a square");
        assertEquals(108, Preset.DENSE_2.experiment(data, 108, 3).model().inputSize());
        assertEquals(10, Preset.DENSE_2.experiment(data, 108, 3).training().epochs());
        assertEquals(
                "dense-64, stacked-30, dense-2, denoise-64, conv-denoise, conv-64, vae-2, vae-conv-2, vae-16",
                Preset.allIds());
    }
}
