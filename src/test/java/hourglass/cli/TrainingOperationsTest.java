package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.Preset;
import hourglass.core.spec.Volume;
import org.junit.jupiter.api.Test;

class TrainingOperationsTest {
    @Test
    void aLayerIsWhatItsProductsCost() {
        Volume image = new Volume(1, 28, 28);
        Volume half = new Volume(16, 14, 14);
        assertEquals(784 * 64, new LayerSpec.Dense(784, 64, Activation.RELU).multiplications());
        assertEquals(14 * 14 * 16 * 9, new LayerSpec.Convolution(image, half, 3, 2, Activation.RELU).multiplications());
        assertEquals(
                14 * 14 * 16 * 9,
                new LayerSpec.TransposedConvolution(half, image, 3, 2, Activation.RELU).multiplications(),
                "it is the same convolution backwards");
        assertEquals(0, new LayerSpec.Sampling(2).multiplications());
    }

    @Test
    void trainingIsThreeProductsALayerButTwoForTheFirst() {
        var model = Preset.DENSE_64.experiment(new DataSpec("", ""), 28, 28, 7).model();
        assertEquals(2L * (2 + 3) * 784 * 64, SpeedBench.trainingOperations(model));
    }
}
