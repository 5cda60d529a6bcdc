package hourglass.ui.reconstruct;

import hourglass.core.Computing;
import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.data.DataSources;
import hourglass.session.look.Suitability;
import hourglass.session.measure.BaselineService;
import hourglass.session.project.ModelService;
import hourglass.testing.NoNetwork;
import hourglass.testing.Shown;
import hourglass.testing.Snapshots;
import hourglass.testing.Workers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The model over real services, tiny images and a network that multiplies brightness. */
final class Bench implements AutoCloseable {
    static final List<String> CLASSES = List.of("Bright", "Dark");
    /** Brightness of each test image; the classes take turns. */
    static final int[] TEST = {200, 40, 120, 80, 240, 0};

    final ScalingNetworks networks = new ScalingNetworks();
    final AtomicLong nanos = new AtomicLong();
    final AtomicReference<DataSet> next = new AtomicReference<>();
    private final Workers workers = new Workers();
    private final Worker io = workers.named("io");
    final Worker analysis = workers.named("analysis");
    final Worker inference = workers.named("inference");
    final DataSet first = uniform(2);
    final DataService data;
    final ModelService models;
    final Shown show;
    final ReconstructModel model;

    /** Showing a shipped network of this factor. */
    Bench(Path folder, float factor) {
        DataSources sources = NoNetwork.sources(folder, (path, seed, cancelled) -> next.get());
        data = new DataService(sources, io, first);
        models = new ModelService(new ModelStore("test"), io, snapshot(factor, 0), "dense-1");
        show = new Shown(models, data);
        model = new ReconstructModel(
                show.showcase.chooser(Suitability.FITTING),
                new InferenceService(inference, () -> networks),
                new BaselineService(analysis, () -> Computing.PLAIN, first),
                nanos::get);
        model.shownProperty().set(true);
    }

    /** Of square images; training images differ in their first pixel alone, test images are evenly bright. */
    static DataSet uniform(int side) {
        return uniform("plain-" + side, side, TEST);
    }

    /** With test images of these brightnesses, under a hash of their own. */
    static DataSet uniform(String hash, int side, int... brightness) {
        int pixels = side * side;
        byte[] train = new byte[6 * pixels];
        Arrays.fill(train, (byte) 100);
        byte[] test = new byte[brightness.length * pixels];
        byte[] classes = new byte[brightness.length];
        for (int i = 0; i < 6; i++) {
            train[i * pixels] = (byte) (50 * i);
        }
        for (int i = 0; i < brightness.length; i++) {
            Arrays.fill(test, i * pixels, (i + 1) * pixels, (byte) brightness[i]);
            classes[i] = (byte) (i % 2);
        }
        byte[] labels = {0, 1, 0, 1, 0, 1};
        return new DataSet(
                "Plain " + side,
                "made up",
                DataOrigin.IDX_FOLDER,
                Map.of("all", hash),
                ImageSet.of(side, side, train, labels, CLASSES),
                ImageSet.of(side, side, test, classes, CLASSES));
    }

    static ModelSnapshot snapshot(float factor, long iteration) {
        return snapshot(factor, iteration, NoiseSpec.CLEAN);
    }

    /** Of one trained on noisy images. */
    static ModelSnapshot noisy(float factor, long iteration) {
        return snapshot(factor, iteration, new NoiseSpec(NoiseKind.GAUSSIAN, 0.2));
    }

    private static ModelSnapshot snapshot(float factor, long iteration, NoiseSpec noise) {
        DenseSpec spec = new DenseSpec(4, List.of(), 1, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        Experiment experiment =
                new Experiment("custom", new DataSpec("Plain 2", ""), spec, noise, new TrainingSpec(3, 2, 0.001), 7);
        return Snapshots.of(
                iteration == 0 ? "shipped" : "run", experiment, new Progress(0, (int) iteration, iteration), factor);
    }

    /** Ticks and waits until every question is answered and shown. */
    void settle() throws InterruptedException {
        for (int i = 0; i < 12; i++) {
            model.tick();
            workers.flush();
        }
        model.tick();
        workers.check();
    }

    /** Switches to other data. */
    void open(DataSet other, Path folder) throws InterruptedException {
        next.set(other);
        data.open(folder);
        Workers.flush(io);
    }

    /** Test images in the grid, from the left. */
    List<Integer> grid() {
        return model.picturesProperty().get().orElseThrow().inGrid().stream()
                .map(Comparison::index)
                .toList();
    }

    @Override
    public void close() {
        networks.letAllPass();
        workers.close();
    }
}
