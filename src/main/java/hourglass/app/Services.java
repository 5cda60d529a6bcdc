package hourglass.app;

import hourglass.core.Computing;
import hourglass.core.Lanes;
import hourglass.core.Reason;
import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Pulse;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.session.history.History;
import hourglass.session.lesson.LessonLab;
import hourglass.session.lesson.LessonMemory;
import hourglass.session.lesson.LessonService;
import hourglass.session.look.Showcase;
import hourglass.session.map.EmbeddingService;
import hourglass.session.measure.BaselineService;
import hourglass.session.project.ModelService;
import hourglass.session.project.ShippedFiles;
import hourglass.session.run.EpochArchive;
import hourglass.session.run.Keeper;
import hourglass.session.run.TrainingDesk;
import hourglass.session.run.TrainingService;
import hourglass.session.runs.RunStore;
import hourglass.session.sweep.SweepService;
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
    /** For the last batch and the last file; a window that has closed keeps nobody waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    final Latest<Optional<String>> escaped = new Latest<>(Optional.empty());
    /** Why what is learnt cannot be kept, each time that begins. */
    final Latest<Optional<String>> notKept = new Latest<>(Optional.empty());

    final DataService data;
    final BaselineService baseline;
    final TrainingService training;
    final InferenceService inference;
    final Supplier<NetworkFactory> networks;
    final ModelService models;
    final Showcase showcase;
    final TrainingDesk desk;
    final Worker io;
    final Keeper keeper;
    final EpochArchive archive;
    final RunStore runs;
    final SweepService sweeps;
    final EmbeddingService maps;
    final History history = new History(System::nanoTime);
    final LessonService lessons;
    final LessonMemory lessonMemory;
    /** Where sessions are kept that nobody saved. */
    final Path sessions;

    private final Worker trainer;
    private final List<Worker> workers;
    private final Pulse minute;
    private boolean closed;

    Services(DataSources sources, DataSet first, Supplier<NetworkFactory> networks, LongSupplier newSeeds, Path kept) {
        // The trainer yields to the threads that answer the hand.
        this.networks = networks;
        trainer = worker("trainer", Thread.NORM_PRIORITY - 2);
        Worker answers = worker("inference", Thread.NORM_PRIORITY);
        Worker analysis = worker("analysis", Thread.MIN_PRIORITY);
        Worker feeder = worker("feeder", Thread.NORM_PRIORITY - 2);
        // Two of them, so that a download does not keep a save waiting.
        Worker reader = worker("data", Thread.NORM_PRIORITY - 1);
        Worker embedding = worker("embedding", Thread.MIN_PRIORITY);
        Worker lesson = worker("lesson", Thread.MIN_PRIORITY);
        io = worker("io", Thread.NORM_PRIORITY - 1);
        workers = List.of(trainer, feeder, answers, analysis, embedding, lesson, reader);
        data = new DataService(sources, reader, first);
        baseline = new BaselineService(
                analysis, () -> new Computing(networks.get().computing().products(), Lanes.ALONE), first);
        keeper = new Keeper(kept, Wiring.version(), io, why -> notKept.put(Optional.of(why)));
        sessions = kept.resolveSibling("sessions");
        archive = new EpochArchive(kept.resolveSibling("epochs"), io);
        runs = new RunStore(
                new RunStore.Home(kept.resolveSibling("runs"), kept.resolveSibling("sweeps"), Wiring.version()),
                io,
                System::nanoTime);
        Worker sweeper = worker("sweep", Thread.MIN_PRIORITY);
        sweeps = new SweepService(sweeper, networks, Wiring.program(), runs.sweeps(), runs::open);
        training = new TrainingService(
                trainer, networks, feeder, keeper.and(archive).and(runs));
        inference = new InferenceService(answers, networks);
        maps = new EmbeddingService(embedding, networks);
        models = new ModelService(new ModelStore(Wiring.version()), io, new ShippedFiles(Services::shipped), reader);
        lessons = new LessonService(lesson, new LessonLab(networks, models::shipped));
        lessonMemory = new LessonMemory(kept.resolveSibling("lesson.json"), io);
        showcase = new Showcase(models, data);
        DataSpec source = new DataSpec(first.name(), first.fingerprint());
        int pixels = first.train().pixelsPerImage();
        desk = new TrainingDesk(training, data, newSeeds, firstSettings(first, source, pixels));
        minute = new Pulse("minute", Duration.ofMinutes(1), keeper::wish, this::report);
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

    /** Something went wrong where nobody expected it: logged, told, and what was learnt is kept. */
    void report(String thread, Throwable problem) {
        LOG.error("escaped on {}", thread, problem);
        if (!thread.equals("io")) {
            keeper.wish();
        }
        escaped.put(Optional.of(Reason.of(problem)));
    }

    private static @Nullable InputStream shipped(String file) {
        return Services.class.getResourceAsStream("/models/" + file);
    }

    /** Ends everything and keeps what was learnt, whoever asks first; others wait until that is done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        minute.close();
        training.stop();
        maps.cancel();
        maps.cancelSeries();
        lessons.cancel();
        data.cancel();
        sweeps.close();
        // Its last batch hands over what was learnt, which is then written; a large one takes its time.
        trainer.finish(PATIENCE);
        for (Worker worker : workers) {
            worker.stop();
        }
        archive.close();
        keeper.close();
        // A save under way is let finish; the others have been asked to end.
        io.finish(PATIENCE);
    }
}
