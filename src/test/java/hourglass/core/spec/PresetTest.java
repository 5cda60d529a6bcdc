package hourglass.core.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PresetTest {
    private static final DataSpec DATA = new DataSpec("Dots", "00");

    private static Experiment dense() {
        return Preset.DENSE_64.experiment(DATA, 28, 28, 7);
    }

    @Test
    void everyPresetIsCalledByItsNameOnImagesOfAnySize() {
        for (Preset preset : Preset.values()) {
            assertEquals(preset.id(), preset.experiment(DATA, 28, 28, 7).name());
            assertEquals(preset.id(), preset.experiment(DATA, 12, 9, 8).name());
        }
        assertEquals("dense-64", Preset.DENSE_64.experiment(DATA, 108, 1, 8).name(), "a row of pixels");
    }

    @Test
    void seedEpochsAndDataMakeNoOtherNetwork() {
        Experiment longer = dense().withSeed(99).withTraining(dense().training().withEpochs(500));
        assertEquals("dense-64", longer.withData(new DataSpec("Others", "11")).name());
    }

    @Test
    void otherSettingsAreCustomWhateverTheyBeganAs() {
        assertEquals(
                "custom",
                dense().withTraining(dense().training().withLearningRate(1000)).name());
        assertEquals(
                "custom",
                dense().withTraining(dense().training().withBatchSize(64)).name());
        assertEquals(
                "custom",
                dense().withNoise(new NoiseSpec(NoiseKind.GAUSSIAN, 0.3)).name());
        assertEquals(
                "denoise-64",
                dense().withNoise(new NoiseSpec(NoiseKind.GAUSSIAN, 0.2)).name());
        Experiment fast = dense().withTraining(dense().training().withLearningRate(0.01));
        assertEquals("dense-64", fast.preset());
        assertEquals("custom", fast.named().preset());
    }
}
