package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.store.ModelFile;
import hourglass.engine.store.ModelStore;
import hourglass.engine.store.StoredModel;
import hourglass.session.concurrent.Worker;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShippedPresenterTest {
    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Worker io = new Worker("io", Thread.NORM_PRIORITY, (name, error) -> escaped.add(error));
    private final Worker reader = new Worker("data", Thread.NORM_PRIORITY, (name, error) -> escaped.add(error));
    private final Map<String, byte[]> files = new HashMap<>();
    private final ShellModel shell = new ShellModel();

    @AfterEach
    void close() {
        reader.close(Duration.ofSeconds(5));
        io.close(Duration.ofSeconds(5));
        assertEquals(List.of(), escaped);
    }

    private void ship(Preset preset, int epochs) throws IOException {
        Experiment experiment = preset.experiment(new DataSpec("Dots", "00"), 8, 8, 7);
        Parameters zeros = Parameters.copyOf(new float[(int) experiment.model().parameterCount()]);
        ModelSnapshot snapshot = new ModelSnapshot(
                new RunId("test"), experiment, new Progress(epochs, 0, 50), zeros, Optional.empty(), List.of());
        files.put(
                preset.id() + ".safetensors", ModelFile.bytes(new StoredModel(snapshot, Map.of("mse", 0.02), "test")));
    }

    private ModelService service() {
        ShippedFiles source = new ShippedFiles(name -> {
            byte[] bytes = files.get(name);
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        return new ModelService(new ModelStore("test"), io, source, reader);
    }

    private NetworkChoice choice(int index) {
        return shell.networkChoices().get(index);
    }

    @Test
    void eachNetworkStandsWithItsOwnPurposeAndFactsAndOpensItself() throws IOException {
        ship(Preset.DENSE_64, 10);
        ship(Preset.DENSE_2, 3);
        ModelService models = service();
        ShippedPresenter presenter = new ShippedPresenter(shell, models);
        do {
            presenter.tick();
        } while (models.shelf().models().size() < 2);
        presenter.tick();
        assertEquals(
                List.of("Dense 64", "Dense 2"),
                shell.networkChoices().stream().map(NetworkChoice::title).toList());
        assertTrue(
                choice(0).purpose().startsWith("The first example"), choice(0).purpose());
        assertTrue(choice(1).purpose().startsWith("Two numbers"), choice(1).purpose());
        assertTrue(choice(0).facts().contains("64–64–64"), choice(0).facts());
        assertTrue(
                choice(0).facts().contains("trained 10 epochs on Dots"),
                choice(0).facts());
        assertTrue(
                choice(1).facts().contains("trained 3 epochs on Dots"),
                choice(1).facts());
        assertEquals(NetworkChoice.Mark.SHOWN, choice(0).mark());
        assertEquals(NetworkChoice.Mark.OTHER, choice(1).mark());

        choice(1).open().run();
        assertEquals("dense-2", models.active().name());
        presenter.tick();
        assertEquals(NetworkChoice.Mark.OTHER, choice(0).mark());
        assertEquals(NetworkChoice.Mark.SHOWN, choice(1).mark());
        models.showTraining(models.active(), models.active().snapshot());
        presenter.tick();
        assertEquals(NetworkChoice.Mark.OTHER, choice(1).mark(), "a run is none of them");
    }

    @Test
    void whatIsMissingIsSaidBelow() throws IOException {
        ship(Preset.DENSE_64, 10);
        new ShippedPresenter(shell, service()).tick();
        assertTrue(
                shell.networkNoteProperty().get().startsWith("Not part of this copy: stacked-30, "),
                shell.networkNoteProperty().get());
    }
}
