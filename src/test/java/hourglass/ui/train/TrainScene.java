package hourglass.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.dl4j.Dl4jNetworks;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Lazy;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.session.measure.BaselineService;
import hourglass.session.project.ModelService;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.testing.NoNetwork;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The real services on small data, with a shipped network that has a history, and the model looking at them. */
final class TrainScene implements AutoCloseable {
    final DataSet data = SmallData.garments();
    final TrainingService training;
    final TrainingDesk desk;
    final ModelService models;
    final DataService dataService;
    final BaselineService baselines;
    final TrainModel model;
    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    TrainScene() {
        Lazy<NetworkFactory> networks = new Lazy<>(Dl4jNetworks::new);
        Experiment first = Preset.DENSE_64.experiment(
                new DataSpec(data.name(), data.fingerprint()), data.train().pixelsPerImage(), 7);
        training = new TrainingService(worker("trainer"), networks);
        dataService = new DataService(sources(), worker("io"), data);
        models = new ModelService(new ModelStore("test"), worker("io"), shipped(first), "dense-64");
        desk = new TrainingDesk(training, models, dataService, () -> 11, first);
        baselines = new BaselineService(worker("analysis"), data);
        model = new TrainModel(
                training, desk, baselines, dataService, models, new InferenceService(worker("inference"), networks));
    }

    private Worker worker(String name) {
        Worker worker = new Worker(name, Thread.NORM_PRIORITY, (who, error) -> escaped.add(error));
        workers.add(worker);
        return worker;
    }

    private static DataSources sources() {
        return NoNetwork.sources(Path.of("nowhere"), (folder, seed) -> {
            throw new IOException("There is nothing to read.");
        });
    }

    private static ModelSnapshot shipped(Experiment experiment) {
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        return new ModelSnapshot(
                new RunId("test"),
                experiment,
                new Progress(2, 0, 38),
                Parameters.copyOf(weights),
                Optional.empty(),
                List.of(new EpochResult(1, 0.05, 0.04, 1, 100), new EpochResult(2, 0.03, 0.035, 1, 100)));
    }

    /** Ticks until {@code condition} holds; the test's own time limit ends a wait in vain. */
    void tickUntil(BooleanSupplier condition) {
        do {
            model.tick();
            Thread.onSpinWait();
        } while (!condition.getAsBoolean());
    }

    @Override
    public void close() {
        training.stop();
        workers.forEach(worker -> assertTrue(worker.close(Duration.ofSeconds(10)), "every thread ends"));
        assertEquals(List.of(), escaped);
    }
}
