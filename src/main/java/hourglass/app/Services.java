package hourglass.app;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.BaselineService;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.session.map.EmbeddingService;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedFiles;
import hourglass.session.recovery.AutosaveService;
import hourglass.session.recovery.EpochArchive;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything behind the window, put together by hand; closing it ends every thread. */
final class Services implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final int SKETCHWEAR_EPOCHS = 60;

    final Latest<Optional<String>> escaped = new Latest<>(Optional.empty());
    final DataService data;
    final BaselineService baseline;
    final TrainingService training;
    final InferenceService inference;
    final ModelService models;
    final TrainingDesk desk;
    final Worker io;
    final AutosaveService autosave;
    final EpochArchive archive;
    final EmbeddingService maps;
    private final Worker trainer;
    private final List<Worker> workers;

    Services(DataSources sources, DataSet first, Supplier<NetworkFactory> networks, LongSupplier newSeeds, Path kept) {
        // The trainer yields to the threads that answer the hand.
        trainer = worker("trainer", Thread.NORM_PRIORITY - 2);
        Worker answers = worker("inference", Thread.NORM_PRIORITY);
        Worker analysis = worker("analysis", Thread.MIN_PRIORITY);
        Worker feeder = worker("feeder", Thread.NORM_PRIORITY - 2);
        // Two of them, so that a download does not keep a save waiting.
        Worker reader = worker("data", Thread.NORM_PRIORITY - 1);
        Worker embedding = worker("embedding", Thread.MIN_PRIORITY);
        io = worker("io", Thread.NORM_PRIORITY - 1);
        workers = List.of(trainer, feeder, answers, analysis, embedding, reader);
        data = new DataService(sources, reader, first);
        baseline = new BaselineService(analysis, first);
        training = new TrainingService(trainer, networks, feeder);
        inference = new InferenceService(answers, networks);
        maps = new EmbeddingService(embedding, networks);
        models = new ModelService(new ModelStore(Wiring.version()), io, new ShippedFiles(Services::shipped), reader);
        DataSpec source = new DataSpec(first.name(), first.fingerprint());
        int pixels = first.train().pixelsPerImage();
        // Names sort by time; the process tells two programs of one moment apart.
        String start =
                System.currentTimeMillis() + "-" + ProcessHandle.current().pid();
        autosave = new AutosaveService(kept, start, Wiring.version(), io, training);
        archive = new EpochArchive(kept.resolveSibling("epochs"), io, training);
        desk = new TrainingDesk(training, models, data, newSeeds, firstSettings(first, source, pixels));
        trainer.execute(() ->
                LOG.info("networks compute on up to {} threads", networks.get().threads()));
    }

    /** The tutorial's network; on a tenth of the images it takes more passes to learn the same. */
    private static Experiment firstSettings(DataSet first, DataSpec source, int pixels) {
        Experiment tutorial = Preset.DENSE_64.experiment(source, pixels, 7);
        return first.origin() == DataOrigin.SKETCHWEAR
                ? tutorial.withTraining(tutorial.training().withEpochs(SKETCHWEAR_EPOCHS))
                : tutorial;
    }

    private Worker worker(String name, int priority) {
        return new Worker(name, priority, this::report);
    }

    private void report(String thread, Throwable problem) {
        LOG.error("escaped on {}", thread, problem);
        escaped.put(Optional.of(problem.getMessage() == null ? problem.toString() : problem.getMessage()));
    }

    private static @Nullable InputStream shipped(String file) {
        return Services.class.getResourceAsStream("/models/" + file);
    }

    @Override
    public void close() {
        autosave.save();
        training.stop();
        maps.cancel();
        maps.cancelSeries();
        data.cancel();
        // Its last batch hands over what was learnt, which is then written; a large one takes its time.
        trainer.finish(Duration.ofMillis(1800));
        for (Worker worker : workers) {
            worker.stop();
        }
        archive.close();
        // A save under way is let finish; the others have been asked to end.
        io.finish(Duration.ofMillis(1500));
    }
}
