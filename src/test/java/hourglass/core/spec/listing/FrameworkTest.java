package hourglass.core.spec.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Activation;
import hourglass.core.spec.ConvSpec;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.Waist;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs themselves were run with Keras, PyTorch and Deeplearning4j; here what they say is held fast. */
class FrameworkTest {
    private static final DataSpec DATA = new DataSpec("Fashion-MNIST", "abc");

    private static Experiment of(Preset preset) {
        return preset.experiment(DATA, 28, 28, 11);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void everyNetworkIsAWholeProgramInEachLibrary() {
        for (Preset preset : Preset.values()) {
            for (Framework framework : Framework.values()) {
                String text = framework.listing(of(preset));
                assertTrue(text.contains(of(preset).describe()), text);
                assertTrue(text.contains("seed 11"), text);
                assertEquals(count(text, "("), count(text, ")"), text);
                assertEquals(count(text, "{"), count(text, "}"), text);
            }
        }
    }

    @Test
    void aDenseNetworkHasItsSizesActivationsAndSettings() {
        String keras = Framework.KERAS.listing(of(Preset.STACKED_30));
        assertEquals(4, count(keras, "layers.Dense("), keras);
        assertTrue(keras.contains("layers.Dense(30, activation=\"relu\")"), keras);
        assertTrue(keras.contains("layers.Dense(784, activation=\"sigmoid\")"), keras);
        assertTrue(keras.contains("Adam(0.001), \"mean_squared_error\""), keras);
        assertTrue(
                keras.contains("batch_size=32, epochs="
                        + of(Preset.STACKED_30).training().epochs()),
                keras);
        String torch = Framework.PYTORCH.listing(of(Preset.STACKED_30));
        assertTrue(torch.contains("nn.Linear(100, 30), nn.ReLU()"), torch);
        assertTrue(torch.contains("mse_loss"), torch);
        assertFalse(torch.contains("spoilt"), torch);
        String java = Framework.DEEPLEARNING4J.listing(of(Preset.STACKED_30));
        assertTrue(java.contains("new DenseLayer.Builder().nOut(30).activation(Activation.RELU)"), java);
        assertTrue(java.contains("LossFunction.MSE"), java);
    }

    @Test
    void aCodeWithoutActivationHasNone() {
        assertTrue(Framework.KERAS.listing(of(Preset.DENSE_2)).contains("layers.Dense(2),"));
        assertTrue(Framework.PYTORCH.listing(of(Preset.DENSE_2)).contains("nn.Linear(64, 2),\n"));
    }

    @Test
    void convolutionsArePaddedAsHourglassPadsThem() {
        String torch = Framework.PYTORCH.listing(of(Preset.CONV_DENOISE));
        assertTrue(torch.contains("nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(1, 16, 3, 2), nn.ReLU()"), torch);
        assertTrue(torch.contains("nn.ConvTranspose2d(8, 16, 3, 2), Crop(0, 0, 28, 28), nn.ReLU()"), torch);
        assertTrue(torch.contains("nn.ZeroPad2d((1, 1, 1, 1)), nn.Conv2d(16, 1, 3, 1), nn.Sigmoid()"), torch);
        String keras = Framework.KERAS.listing(of(Preset.CONV_64));
        assertTrue(keras.indexOf("layers.Flatten()") < keras.indexOf("layers.Dense(64)"), keras);
        assertTrue(keras.contains("layers.Reshape((7, 7, 32))"), keras);
    }

    @Test
    void oddSidesAreCutWhereTheyBegan() {
        ConvSpec three =
                new ConvSpec(28, 28, List.of(4, 4, 4), 3, Waist.NONE, Activation.RELU, Loss.MEAN_SQUARED_ERROR);
        Experiment odd = of(Preset.CONV_64).withModel(three);
        assertEquals(1, count(Framework.KERAS.listing(odd), "layers.Cropping2D(((1, 0), (1, 0)))"));
        assertTrue(Framework.PYTORCH.listing(odd).contains("Crop(1, 1, 7, 7)"), Framework.PYTORCH.listing(odd));
    }

    @Test
    void aDenoiserSeesNoiseAndIsHeldAgainstTheCleanImages() {
        String keras = Framework.KERAS.listing(of(Preset.DENOISE_64));
        assertTrue(keras.contains("model.fit(spoilt(train), train,"), keras);
        assertTrue(keras.contains("level = 0.2\n"), keras);
        for (NoiseKind kind : NoiseKind.spoiling()) {
            Experiment noisy = of(Preset.DENSE_64).withNoise(new NoiseSpec(kind, 0.4, 0.1));
            assertTrue(Framework.PYTORCH.listing(noisy).contains("np.random.uniform(0.1, 0.4"), kind.id());
        }
    }

    @Test
    void aVariationalNetworkPaysForItsDivergence() {
        String keras = Framework.KERAS.listing(of(Preset.VAE_2));
        assertTrue(keras.contains("self.add_loss(1.0 * ops.mean(kl) / 784.0)"), keras);
        assertTrue(keras.contains("layers.Dense(4),\n    Sampling(),\n    layers.Dense(256"), keras);
        assertTrue(Framework.PYTORCH.listing(of(Preset.VAE_2)).contains("binary_cross_entropy"));
        assertTrue(Framework.DEEPLEARNING4J.listing(of(Preset.VAE_16)).contains(".nIn(784).nOut(16)"));
        assertTrue(Framework.DEEPLEARNING4J.listing(of(Preset.VAE_CONV_2)).contains("cannot be written"));
    }
}
