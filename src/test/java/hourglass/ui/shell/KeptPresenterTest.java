package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.session.project.ModelService;
import hourglass.session.project.OpenedFile;
import hourglass.session.run.Keeper;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import hourglass.testing.Patience;
import hourglass.testing.SmallData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The words of the list of kept work and what its rows do. */
@Timeout(60)
class KeptPresenterTest {
    @TempDir
    Path folder;

    private final DataSet data = SmallData.garments();
    private final NetworkFactory networks = Engines.networks();
    private final Worker worker = new Worker("io", Thread.NORM_PRIORITY, (thread, problem) -> {
        throw new AssertionError(problem);
    });
    private final ShellModel shell = new ShellModel();
    private ModelSnapshot batches;
    private ModelSnapshot epochs;

    @BeforeEach
    void keepTwo() throws Exception {
        try (TrainingRun run = TrainingRun.start(networks, SmallData.dense(data, 3), data)) {
            run.step();
            run.step();
            batches = run.snapshot();
        }
        try (TrainingRun run =
                TrainingRun.start(networks, SmallData.dense(data, 3).withSeed(8), data)) {
            for (int epoch = 0; epoch < 2; epoch++) {
                Step step = run.step();
                while (step.end() != Step.End.OF_EPOCH) {
                    step = run.step();
                }
                run.finishEpoch(() -> false);
                ModelStore store = new ModelStore("test");
                Path kept = Files.createDirectories(folder.resolve("kept/2"));
                epochs = run.snapshot();
                store.save(kept.resolve(run.id() + (epoch == 0 ? ".best" : "") + ".safetensors"), epochs);
            }
        }
        Path kept = Files.createDirectories(folder.resolve("kept/1"));
        Path file = kept.resolve(batches.run() + ".safetensors");
        new ModelStore("test").save(file, batches);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private static void until(BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            patience.lasts();
            LockSupport.parkNanos(1_000_000);
            if (Thread.interrupted()) {
                throw new AssertionError("did not happen in time");
            }
        }
    }

    @Test
    void theListSaysWhatHowFarAndWhenAndEachRowActsOnItsOwn() {
        Keeper looking = new Keeper(folder.resolve("kept"), "test", Runnable::run, why -> {
            throw new AssertionError(why);
        });
        DataSources sources = NoNetwork.sources(folder.resolve("none"), (chosen, seed, cancelled) -> data);
        ModelService models = new ModelService(new ModelStore("test"), worker, batches, "shipped");
        KeptPresenter presenter = new KeptPresenter(
                shell,
                looking,
                models,
                new InferenceService(worker, () -> networks),
                new DataService(sources, worker, data),
                Runnable::run);
        presenter.tick();
        assertEquals(List.of(), shell.notices());
        looking.look();
        presenter.tick();
        assertEquals(
                "2 trainings were kept although nobody saved them.",
                shell.notices().get(0).text());
        assertFalse(shell.keptShownProperty().get(), "nothing opens by itself");
        assertEquals(2, shell.keptChoices().size());
        KeptChoice newest = shell.keptChoices().get(0);
        KeptChoice oldest = shell.keptChoices().get(1);
        assertEquals("Dense autoencoder 784–64–784", newest.title());
        assertTrue(newest.facts().startsWith("2 epochs · kept "), newest.facts());
        assertTrue(newest.facts().endsWith(data.name() + ", seed 8"), newest.facts());
        assertEquals("Best epoch, 1", newest.bestText());
        assertTrue(oldest.facts().startsWith("2 batches · kept "), oldest.facts());
        assertTrue(oldest.facts().contains(" Nov 2023, "), oldest.facts());
        assertNull(oldest.bringBest());
        assertTrue(shell.keptNoteProperty().get().contains("of at most 512 MB"));

        shell.notices().get(0).action().run().run();
        assertTrue(shell.keptShownProperty().get());
        until(() -> newest.picture().get().isPresent() && oldest.picture().get().isPresent());
        assertEquals(10, newest.picture().get().orElseThrow().count());

        newest.bring().run();
        until(() -> !models.opened().isEmpty());
        OpenedFile brought = models.opened().get(0);
        assertEquals(epochs, brought.snapshot());
        assertTrue(brought.name().startsWith("kept "), brought.name());
        newest.bringBest().run();
        until(() -> models.opened().stream()
                .anyMatch(file -> file.snapshot().progress().epochs() == 1));

        looking.saved(epochs);
        presenter.tick();
        assertEquals(1, shell.keptChoices().size());
        shell.keptChoices().get(0).forget().run();
        presenter.tick();
        assertEquals(List.of(), shell.keptChoices());
        assertEquals(List.of(), shell.notices());
        assertFalse(shell.keptShownProperty().get());
        looking.close();
        assertEquals(0, folder.resolve("kept").toFile().list().length);
    }
}
