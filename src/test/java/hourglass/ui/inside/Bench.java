package hourglass.ui.inside;

import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.model.TrainableNetwork;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.look.Suitability;
import hourglass.session.project.ModelService;
import hourglass.session.run.TrainingService;
import hourglass.testing.Engines;
import hourglass.testing.NoNetwork;
import hourglass.testing.Shown;
import hourglass.testing.SmallData;
import hourglass.testing.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** The model over real networks with the weights they begin with, on drawn garments. */
final class Bench implements AutoCloseable {
    final AtomicLong nanos = new AtomicLong();
    private final Workers workers = new Workers();
    private final Worker io = workers.named("io");
    private final Worker inference = workers.named("inference");
    private final Worker trainer = workers.named("trainer");
    final DataSet data = SmallData.garments();
    final TrainingService training = new TrainingService(trainer, Engines::networks);
    private final ModelSnapshot first;
    final Shown show;
    final InsideModel model;

    /** Answers come through {@code soon}. */
    Bench(Preset preset, Executor soon) {
        this(snapshot(preset), soon);
    }

    Bench(ModelSnapshot first, Executor soon) {
        this.first = first;
        DataService dataService = new DataService(
                NoNetwork.sources(Path.of("nowhere"), (folder, seed, cancelled) -> SmallData.garments()), io, data);
        ModelService models = new ModelService(new ModelStore("test"), io, first, "dense-64");
        show = new Shown(models, dataService);
        model = new InsideModel(
                show.showcase.chooser(Suitability.FITTING),
                new InferenceService(inference, Engines::networks),
                training,
                Engines::networks,
                soon,
                nanos::get);
        model.shownProperty().set(true);
    }

    static ModelSnapshot snapshot(Preset preset) {
        return snapshot(preset, 28);
    }

    static ModelSnapshot snapshot(Preset preset, int side) {
        Experiment experiment = preset.experiment(new DataSpec("Garments", ""), side, side, 7);
        try (TrainableNetwork network = Engines.networks().trainable(experiment)) {
            return new ModelSnapshot(
                    new RunId("first"),
                    experiment,
                    new Progress(2, 0, 38),
                    network.parameters(),
                    Optional.empty(),
                    List.of());
        }
    }

    ModelSnapshot first() {
        return first;
    }

    /** Ticks and waits until every question is answered and shown. */
    void settle() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            model.tick();
            workers.flush();
        }
        model.tick();
        workers.check();
    }

    @Override
    public void close() {
        training.stop();
        workers.close();
    }
}
