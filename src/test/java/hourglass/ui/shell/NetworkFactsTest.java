package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkFactsTest {
    private static String words(Preset preset, Map<String, Double> figures, EpochResult... history) {
        return NetworkFacts.words(snapshot(preset, history), figures);
    }

    private static ModelSnapshot snapshot(Preset preset, EpochResult... history) {
        Experiment experiment = preset.experiment(new DataSpec("Fashion-MNIST", ""), 784, 7);
        Parameters zeros = Parameters.copyOf(new float[(int) experiment.model().parameterCount()]);
        return new ModelSnapshot(
                new RunId("shipped"),
                experiment,
                new Progress(10, 0, 18750),
                zeros,
                Optional.empty(),
                List.of(history));
    }

    @Test
    void eachFamilyByTheFigureThatIsItsOwn() {
        assertEquals(
                "Dense autoencoder 784–64–784 · mean squared error 0.0090, trained 10 epochs on Fashion-MNIST, seed 7",
                words(Preset.DENSE_64, Map.of("test.mse", 0.00896)));
        assertEquals(
                "Denoising convolutional autoencoder 16–8, code 8×7×7 · mean squared error 0.0069 to the clean image at"
                        + " noise 0.2, trained 10 epochs on Fashion-MNIST, seed 7",
                words(Preset.CONV_DENOISE, Map.of("test.mse", 0.004, "noise.testMse", 0.00688)));
        assertEquals(
                "Variational autoencoder 784–256–2–256–784 · negative ELBO 243.3 nats, trained 10 epochs on"
                        + " Fashion-MNIST, seed 7",
                words(Preset.VAE_2, Map.of("variational.negativeElbo", 243.25)));
    }

    @Test
    void theNumberStandsAloneToo() {
        assertEquals("0.0090", NetworkFacts.error(snapshot(Preset.DENSE_64), Map.of("test.mse", 0.00896)));
        assertEquals(
                "0.0069",
                NetworkFacts.error(snapshot(Preset.CONV_DENOISE), Map.of("test.mse", 0.004, "noise.testMse", 0.00688)));
        assertEquals(
                "243.3 nats", NetworkFacts.error(snapshot(Preset.VAE_2), Map.of("variational.negativeElbo", 243.25)));
        assertEquals("", NetworkFacts.error(snapshot(Preset.DENSE_64), Map.of()), "unmeasured");
    }

    @Test
    void withoutAReportTheLastEpochSpeaksAndWithoutThatNothing() {
        EpochResult last = new EpochResult(10, 0.3, 0.3, 1, 1, 6, 6.5);
        assertEquals(
                "Variational autoencoder 784–256–2–256–784 · negative ELBO 241.7 nats, trained 10 epochs on"
                        + " Fashion-MNIST, seed 7",
                words(Preset.VAE_2, Map.of(), last));
        assertEquals(
                "Dense autoencoder 784–64–784 · not measured, trained 10 epochs on Fashion-MNIST, seed 7",
                words(Preset.DENSE_64, Map.of()));
    }
}
