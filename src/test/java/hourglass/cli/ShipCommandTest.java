package hourglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Preset;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.Report;
import hourglass.engine.store.ReportJson;
import hourglass.engine.store.StoredModel;
import hourglass.session.concurrent.Lazy;
import hourglass.testing.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShipCommandTest {
    private static final Lazy<NetworkFactory> NETWORKS = new Lazy<>(Engines::networks);
    private static final long MOST_BYTES = 25_000_000;

    @TempDir
    Path folder;

    @Test
    void everyPresetIsWrittenWithItsReportAndAllAreSmall() throws Exception {
        CommandLab lab = new CommandLab(folder, NETWORKS);
        lab.succeeds("ship --epochs 1 --out " + lab.path("models"));
        long bytes = 0;
        for (Preset preset : Preset.values()) {
            Path file = lab.path("models/" + preset.id() + ".safetensors");
            StoredModel model = new ModelStore("test").open(file);
            Report report = ReportJson.read(lab.path("models/" + preset.id() + ".report.json"));
            assertEquals(preset.id(), model.snapshot().experiment().preset());
            assertEquals(7, model.snapshot().experiment().seed());
            assertTrue(model.snapshot().optimiser().isEmpty(), "a shipped network is for looking at");
            assertEquals(model.snapshot().experiment(), report.experiment());
            assertEquals(
                    report.figures().test().orElseThrow().mse(), model.metrics().get("mse"));
            assertEquals(
                    report.figures().variational().isPresent(), model.metrics().containsKey("negativeElbo"));
            assertEquals(report.figures().noise().isPresent(), model.metrics().containsKey("noise.testMse"));
            bytes += Files.size(file);
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test
    void onePresetIsTheNetworkThatTrainMakes() throws Exception {
        CommandLab lab = new CommandLab(folder, NETWORKS);
        lab.succeeds("ship --preset stacked-30 --preset stacked-30 --epochs 2 --out " + lab.path("models"));
        lab.succeeds("train --preset stacked-30 --epochs 2 --out " + lab.path("one"));
        ModelStore store = new ModelStore("test");
        assertEquals(
                store.open(lab.path("one/model.safetensors")).snapshot().parameters(),
                store.open(lab.path("models/stacked-30.safetensors")).snapshot().parameters());
        try (var files = Files.list(lab.path("models"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void slipsAreRefused() {
        CommandLab lab = new CommandLab(folder, NETWORKS);
        lab.refused("ship --epochs 0", "A shipped network needs at least 1 epoch; got 0.");
        lab.refused("ship --epochs 20000", "Epochs must be between 0 and 10000; got 20000.");
        lab.refused("ship --preset vae-3", "There is no preset \"vae-3\"");
    }
}
