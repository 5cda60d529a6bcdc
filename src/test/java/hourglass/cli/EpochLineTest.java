package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.EpochResult;
import org.junit.jupiter.api.Test;

class EpochLineTest {
    private static Experiment experiment(Preset preset) {
        return preset.experiment(new DataSpec("", ""), 28, 28, 7);
    }

    @Test
    void aPlainNetworkHasItsLossPerPixel() {
        assertEquals(
                "epoch   3 of 10  train 0.01125  validation 0.01000     2.5 s    24,000 samples/s",
                new EpochLine(experiment(Preset.DENSE_64), 10).of(new EpochResult(3, 0.01125, 0.01, 2.5, 24_000)));
    }

    @Test
    void aDenoiserNamesItsNoise() {
        Experiment masked = experiment(Preset.DENSE_64).withNoise(new NoiseSpec(NoiseKind.SALT_AND_PEPPER, 0.25));
        assertEquals(
                "epoch   1 of 2  train 0.01125  test at salt and pepper 0.25 0.01000     2.5 s     4,000 samples/s",
                new EpochLine(masked, 2).of(new EpochResult(1, 0.01125, 0.01, 2.5, 4000)));
    }

    @Test
    void aVariationalNetworkHasBothPartsInNats() {
        assertEquals(
                "epoch   1 of 30  train 313.60 + KL 7.00  validation 274.40 + KL 5.25 = 279.65 nats per image"
                        + "     1.0 s    60,000 samples/s",
                new EpochLine(experiment(Preset.VAE_2), 30).of(new EpochResult(1, 0.4, 0.35, 1, 60_000, 7, 5.25)));
    }
}
