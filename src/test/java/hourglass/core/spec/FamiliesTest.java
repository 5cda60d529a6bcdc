package hourglass.core.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Convolutional and variational networks, noise and presets: shapes by hand, and each refusal in one sentence. */
class FamiliesTest {
    private static ConvSpec conv(List<Integer> channels, int kernel, Waist waist) {
        return new ConvSpec(28, 28, channels, kernel, waist, Activation.RELU, Loss.MEAN_SQUARED_ERROR);
    }

    private static String refusal(String field, org.junit.jupiter.api.function.Executable making) {
        InvalidSpecException thrown = assertThrows(InvalidSpecException.class, making);
        assertEquals(field, thrown.field());
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void theTutorialsDenoiserHasItsParametersAndItsCode() {
        ModelSpec tutorial = experiment(Preset.CONV_DENOISE).model();
        assertEquals(3217, tutorial.parameterCount());
        assertEquals(392, tutorial.codeSize());
        assertEquals(5, tutorial.layers().size());
        assertEquals(2, tutorial.encoderLayers());
        LayerSpec.Convolution last =
                assertInstanceOf(LayerSpec.Convolution.class, tutorial.layers().get(4));
        assertEquals(1, last.stride());
        assertEquals(Activation.SIGMOID, last.activation());
        assertEquals("Convolutional autoencoder 16–8, code 8×7×7", tutorial.describe());
    }

    private static Experiment experiment(Preset preset) {
        return preset.experiment(new DataSpec("x", ""), 28, 28, 7);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void theLayersOfEveryPresetFitTogether(Preset preset) {
        ModelSpec model = experiment(preset).model();
        int size = model.inputSize();
        for (int i = 0; i < model.layers().size(); i++) {
            assertEquals(size, model.layers().get(i).inputs());
            size = model.layers().get(i).outputs();
            if (i + 1 == model.encoderLayers()) {
                assertEquals(model.codeSize(), size);
            }
        }
        assertEquals(model.inputSize(), size);
    }

    @Test
    void oddSizesAreHalvedUpwardsAndComeBack() {
        ConvSpec odd = new ConvSpec(
                7, 5, List.of(3, 4), 3, Waist.of(2, Activation.LINEAR), Activation.RELU, Loss.MEAN_SQUARED_ERROR);
        assertEquals(new Volume(3, 3, 4), odd.volumes().get(1));
        assertEquals(new Volume(4, 2, 2), odd.volumes().get(2));
        assertEquals(35, odd.layers().get(odd.layers().size() - 1).outputs());
    }

    @Test
    void theVariationalWaistGivesMeansAndVariances() {
        VariationalSpec vae =
                assertInstanceOf(VariationalSpec.class, experiment(Preset.VAE_2).model());
        assertEquals("Variational autoencoder 784–256–2–256–784", vae.describe());
        assertEquals(4, vae.layers().get(1).outputs());
        assertEquals(new LayerSpec.Sampling(2), vae.layers().get(2));
        assertEquals(3, vae.encoderLayers());
        assertEquals(Loss.BINARY_CROSS_ENTROPY, vae.loss());
        assertTrue(vae.isVariational());
        assertFalse(experiment(Preset.DENSE_2).model().isVariational());
    }

    @Test
    void theWeightOfTheDivergenceRisesDuringWarmUp() {
        VariationalSpec vae =
                new VariationalSpec((PlainSpec) experiment(Preset.DENSE_2).model(), Likelihood.BERNOULLI, 4, 2);
        assertEquals(0, vae.klWeightPerPixel(0));
        assertEquals(4 / 784.0 / 2, vae.klWeightPerPixel(1), 1e-12);
        assertEquals(4 / 784.0, vae.klWeightPerPixel(5), 1e-12);
    }

    @Test
    void aGaussianLikelihoodIsASquaredErrorInNats() {
        // One pixel off by one deviation: half a nat above the constant.
        double constant = Math.log(0.1 * Math.sqrt(2 * Math.PI));
        assertEquals(0.5 + constant, Likelihood.GAUSSIAN.natsPerImage(0.01, 1), 1e-9);
        assertEquals(784 * 0.25, Likelihood.BERNOULLI.natsPerImage(0.25, 784), 1e-9);
    }

    @Test
    void theKernelMustFitTheImage() {
        assertEquals(
                "The kernel of 29 × 29 is larger than the image of 28 × 28 pixels.",
                refusal("kernel", () -> conv(List.of(8), 29, Waist.NONE)));
        assertTrue(refusal("kernel", () -> conv(List.of(8), 0, Waist.NONE)).contains("at least 1"));
    }

    @Test
    void windowsThatWouldSeeMoreThanMemoryHoldsAreRefused() {
        // A file of few weights, and yet gigabytes under the windows.
        String sentence = refusal(
                "kernel",
                () -> new ConvSpec(128, 128, List.of(8), 128, Waist.NONE, Activation.RELU, Loss.MEAN_SQUARED_ERROR));
        assertTrue(sentence.startsWith("A kernel of 128 × 128 would see 67108864 numbers"), sentence);
        assertTrue(refusal("kernel", () -> conv(List.of(240), 28, Waist.NONE)).contains("smaller kernel"));
        assertEquals(7, conv(List.of(256, 256), 7, Waist.NONE).kernel());
    }

    @Test
    void tooManyStagesMakeTheImageVanish() {
        assertEquals(
                "6 stages make the image vanish: after 5 it is one pixel wide and cannot be halved again.",
                refusal("channels", () -> conv(List.of(2, 2, 2, 2, 2, 2), 3, Waist.NONE)));
        assertEquals(5, conv(List.of(2, 2, 2, 2, 2), 3, Waist.NONE).channels().size());
    }

    @Test
    void stagesAndFeatureMapsHaveLimits() {
        assertTrue(refusal("channels", () -> conv(List.of(), 3, Waist.NONE)).contains("between 1 and 6"));
        assertTrue(refusal("channels", () -> conv(List.of(0), 3, Waist.NONE)).contains("between 1 and 256"));
        assertTrue(refusal("waist.hidden", () -> new Waist(List.of(5), 0, Activation.RELU))
                .contains("dense code"));
    }

    @Test
    void betaAndLatentSizeAreChecked() {
        PlainSpec dense = (PlainSpec) experiment(Preset.DENSE_2).model();
        assertTrue(refusal("beta", () -> new VariationalSpec(dense, Likelihood.BERNOULLI, -1, 0))
                .contains("got -1"));
        assertTrue(refusal("beta", () -> new VariationalSpec(dense, Likelihood.BERNOULLI, Double.NaN, 0))
                .contains("between 0 and 100"));
        assertTrue(refusal("warmUpEpochs", () -> new VariationalSpec(dense, Likelihood.BERNOULLI, 1, -2))
                .contains("got -2"));
        assertTrue(refusal(
                        "waist.codeSize",
                        () -> new VariationalSpec(conv(List.of(4), 3, Waist.NONE), Likelihood.BERNOULLI, 1, 0))
                .contains("latent dimension"));
        assertTrue(refusal("codeSize", () -> dense.withSizes(dense.sizes().withCodeSize(0)))
                .contains("between 1 and 4096"));
    }

    @Test
    void noiseLevelsAreChecked() {
        assertTrue(refusal("noise.level", () -> new NoiseSpec(NoiseKind.GAUSSIAN, -0.1))
                .contains("σ must be between 0 and 1; got -0.1"));
        assertTrue(refusal("noise.level", () -> new NoiseSpec(NoiseKind.GAUSSIAN, 1.5))
                .contains("got 1.5"));
        assertTrue(refusal("noise.lowest", () -> new NoiseSpec(NoiseKind.MASKING, 0.2, 0.3))
                .contains("between 0 and the highest"));
        assertTrue(new NoiseSpec(NoiseKind.GAUSSIAN, 0.3, 0.1).isRange());
        assertEquals(
                "Denoising dense autoencoder 784–64–784",
                experiment(Preset.DENOISE_64).describe());
    }

    @Test
    void presetsAreFoundByName() {
        for (Preset preset : Preset.values()) {
            assertEquals(preset, Preset.byId(preset.id()).orElseThrow());
        }
        assertTrue(Preset.byId("vae-3").isEmpty());
    }
}
