package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
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
import hourglass.session.data.DataService;
import hourglass.session.look.Chooser;
import hourglass.session.look.Suitability;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedFiles;
import hourglass.testing.NoNetwork;
import hourglass.testing.Patience;
import hourglass.testing.Shown;
import hourglass.testing.SmallData;
import hourglass.testing.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
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
class NetworkPresenterTest {
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
                new RunId("shipped-" + preset.id()),
                experiment,
                new Progress(epochs, 0, 50),
                zeros,
                Optional.empty(),
                List.of());
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

    private NetworkEntry choice(int index) {
        return shell.networkEntries().get(index);
    }

    @Test
    void eachNetworkStandsWithItsOwnPurposeAndFactsAndOpensItself() throws IOException {
        ship(Preset.DENSE_64, 10);
        ship(Preset.DENSE_2, 3);
        ModelService models = service();
        Shown show = shown(models);
        Chooser view = show.showcase.chooser(Suitability.ANY);
        NetworkPresenter presenter = new NetworkPresenter(shell, models, () -> view);
        Patience patience = new Patience();
        do {
            patience.lasts();
            presenter.tick();
        } while (models.shelf().models().size() < 2);
        presenter.tick();
        assertEquals(
                List.of("Dense 64", "Dense 2"),
                shell.networkEntries().stream().map(NetworkEntry::title).toList());
        assertTrue(choice(0).about().startsWith("The first example"), choice(0).about());
        assertTrue(choice(1).about().startsWith("Two numbers"), choice(1).about());
        assertTrue(choice(0).about().contains("64–64–64"), choice(0).about());
        assertTrue(
                choice(0).about().contains("trained 10 epochs on Dots"),
                choice(0).about());
        assertTrue(
                choice(1).about().contains("trained 3 epochs on Dots"),
                choice(1).about());
        assertEquals("Dense autoencoder 64–64–64 · 10 epochs", choice(0).line());
        assertEquals(
                "Dense autoencoder 64–256–64–2–64–256–64 · 3 epochs", choice(1).line());
        assertEquals(
                List.of("0.0200", "0.0200"),
                List.of(choice(0).error(), choice(1).error()));
        assertEquals(NetworkEntry.Mark.SHOWN, choice(0).mark());
        assertEquals(NetworkEntry.Mark.OTHER, choice(1).mark());

        shell.pick(choice(1).pick());
        assertEquals("dense-2", view.look().name());
        presenter.tick();
        assertEquals(NetworkEntry.Mark.OTHER, choice(0).mark());
        assertEquals(NetworkEntry.Mark.SHOWN, choice(1).mark());
        show.training(Snapshots.of("first", Preset.DENSE_64, 1));
        show.training(Snapshots.of("second", Preset.DENSE_64, 1));
        presenter.tick();
        assertEquals(
                List.of("In training", "Runs of tonight", "Shipped", "Shipped"),
                shell.networkEntries().stream().map(NetworkEntry::group).toList());
        assertEquals(NetworkEntry.Mark.SHOWN, choice(0).mark());
        assertTrue(choice(1).about().contains("trained 1 epoch on"), choice(1).about());
        assertEquals(NetworkEntry.Mark.OTHER, choice(3).mark(), "a run is none of them");
        List<NetworkEntry> before = List.copyOf(shell.networkEntries());
        show.training(Snapshots.of("second", Preset.DENSE_64, 2));
        presenter.tick();
        assertEquals(before, shell.networkEntries(), "the menu stands still while a network learns on");
    }

    private Shown shown(ModelService models) {
        DataSet data = SmallData.garments();
        return new Shown(
                models,
                new DataService(NoNetwork.sources(Path.of("nowhere"), (path, seed, cancelled) -> data), io, data));
    }

    @Test
    void whatIsMissingIsSaidBelow() throws IOException {
        ship(Preset.DENSE_64, 10);
        ModelService models = service();
        Chooser view = shown(models).showcase.chooser(Suitability.ANY);
        new NetworkPresenter(shell, models, () -> view).tick();
        assertTrue(
                shell.networkNoteProperty().get().startsWith("Not part of this copy: stacked-30, "),
                shell.networkNoteProperty().get());
    }
}
