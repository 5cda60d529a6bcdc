package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Computing;
import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
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
import hourglass.session.history.History;
import hourglass.session.look.Chooser;
import hourglass.session.look.Showcase;
import hourglass.session.look.Suitability;
import hourglass.session.measure.BaselineService;
import hourglass.session.project.ModelService;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real services on small data, with a shipped network of zeros that has a history of two epochs. */
public final class SmallSession implements AutoCloseable {
    /** 600 training and 100 test garments. */
    public final DataSet data = SmallData.garments();
    /** On a thread of its own. */
    public final TrainingService training;
    /** With dense-64, seed 7, as the settings to begin with; a new seed is always 11. */
    public final TrainingDesk desk;
    /** With one shipped network, dense-64. */
    public final ModelService models;
    /** All that can be shown; who ticks has to tick it. */
    public final Showcase showcase;
    /** Of a view that shows whatever is chosen. */
    public final Chooser chooser;
    /** With nothing to read but {@link #data}. */
    public final DataService dataService;
    /** Of {@link #data}. */
    public final BaselineService baselines;
    /** On a thread of its own. */
    public final InferenceService inference;

    /** What was done by hand; its clock stands still. */
    public final History history = new History(() -> 0);

    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    /** Starts the threads; {@link #close} ends them. */
    public SmallSession() {
        Lazy<NetworkFactory> networks = new Lazy<>(Engines::networks);
        Experiment first = Preset.DENSE_64.experiment(
                new DataSpec(data.name(), data.fingerprint()), data.train().pixelsPerImage(), 7);
        training = new TrainingService(worker("trainer"), networks);
        dataService = new DataService(sources(), worker("io"), data);
        models = new ModelService(new ModelStore("test"), worker("io"), shipped(first), "dense-64");
        desk = new TrainingDesk(training, dataService, () -> 11, first);
        showcase = new Showcase(models, dataService);
        chooser = showcase.chooser(Suitability.ANY);
        baselines = new BaselineService(worker("analysis"), () -> Computing.PLAIN, data);
        inference = new InferenceService(worker("inference"), networks);
    }

    private Worker worker(String name) {
        Worker worker = new Worker(name, Thread.NORM_PRIORITY, (who, error) -> escaped.add(error));
        workers.add(worker);
        return worker;
    }

    private static DataSources sources() {
        return NoNetwork.sources(Path.of("nowhere"), (folder, seed, cancelled) -> {
            throw new IOException("There is nothing to read.");
        });
    }

    private static ModelSnapshot shipped(Experiment experiment) {
        float[] weights = new float[Math.toIntExact(experiment.model().parameterCount())];
        return new ModelSnapshot(
                new RunId("shipped"),
                experiment,
                new Progress(2, 0, 38),
                Parameters.copyOf(weights),
                Optional.empty(),
                List.of(new EpochResult(1, 0.05, 0.04, 1, 100), new EpochResult(2, 0.03, 0.035, 1, 100)));
    }

    @Override
    public void close() {
        training.stop();
        workers.forEach(worker -> assertTrue(worker.close(Duration.ofSeconds(10)), "every thread ends"));
        assertEquals(List.of(), escaped);
    }
}
