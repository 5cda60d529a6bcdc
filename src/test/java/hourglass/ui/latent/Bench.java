package hourglass.ui.latent;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.project.ModelService;
import hourglass.testing.NoNetwork;
import hourglass.testing.Shown;
import hourglass.testing.Snapshots;
import hourglass.testing.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** The model over real services, tiny images and networks one can compute in the head. */
final class Bench implements AutoCloseable {
    static final List<String> CLASSES = List.of("Left", "Right");

    final HalvesNetworks networks = new HalvesNetworks();
    final Kept kept = new Kept();
    final AtomicLong nanos = new AtomicLong();
    final DataService data;
    final ModelService models;
    final Shown show;
    final LatentModel model;
    private final Queue<Runnable> soon = new ConcurrentLinkedQueue<>();
    private final Workers workers = new Workers();
    private final Worker inference = workers.named("inference");
    private final Worker io = workers.named("io");

    /** Epochs that are at hand as soon as they are asked for. */
    static final class Kept implements Epochs {
        final List<ModelSnapshot> all = new ArrayList<>();
        private Optional<ModelSnapshot> opened = Optional.empty();

        @Override
        public List<Integer> epochs() {
            return all.stream().map(each -> each.progress().epochs()).toList();
        }

        @Override
        public void open(int epoch) {
            opened = all.stream()
                    .filter(each -> each.progress().epochs() == epoch)
                    .findFirst();
        }

        @Override
        public Optional<ModelSnapshot> opened() {
            return opened;
        }
    }

    /** Beginning with this network in use, on {@code data}; answers wait until they are delivered. */
    Bench(Path folder, ModelSnapshot first, DataSet data) {
        this(folder, first, data, Optional.empty());
    }

    /** The same with answers brought to {@code window}. */
    Bench(Path folder, ModelSnapshot first, DataSet data, Optional<Executor> window) {
        this.data = new DataService(NoNetwork.sources(folder, (path, seed, cancelled) -> data), io, data);
        models = new ModelService(new ModelStore("test"), io, first, "tiny");
        show = new Shown(models, this.data);
        model = new LatentModel(
                show.showcase.chooser(LatentModel.SUITABILITY),
                new InferenceService(inference, () -> networks),
                kept,
                window.orElse(soon::add),
                nanos::get);
        model.shownProperty().set(true);
    }

    /** Ten images of each class: bright at the left below, bright at the right above; of {@code side²} pixels. */
    static DataSet images(int side) {
        int pixels = side * side;
        byte[] test = new byte[20 * pixels];
        byte[] labels = new byte[20];
        for (int i = 0; i < 20; i++) {
            labels[i] = (byte) (i % 2);
            test[i * pixels] = (byte) (i % 2 == 0 ? 200 + i : i);
            test[i * pixels + 1] = (byte) (i % 2 == 0 ? i : 200 + i);
        }
        ImageSet set = ImageSet.of(side, side, test, labels, CLASSES);
        return new DataSet("Halves", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "halves-" + side), set, set);
    }

    /** Twenty images of one's own, 12 × 9 pixels, of three classes. */
    static DataSet own() {
        byte[] test = new byte[20 * 108];
        byte[] labels = new byte[20];
        for (int i = 0; i < 20; i++) {
            labels[i] = (byte) (i % 3);
            test[i * 108] = (byte) (50 * labels[i] + i);
            test[i * 108 + 1] = (byte) (200 - 60 * labels[i] - i);
            test[i * 108 + 2] = (byte) (3 * i);
        }
        ImageSet set = ImageSet.of(12, 9, test, labels, List.of("Cup", "Key, small", "Pen"));
        return new DataSet("Desk", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "desk"), set, set);
    }

    static ModelSpec plain(int codeSize) {
        return plain(4, codeSize);
    }

    static ModelSpec plain(int pixels, int codeSize) {
        return new DenseSpec(pixels, List.of(), codeSize, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
    }

    static ModelSpec variational(int codeSize) {
        return new VariationalSpec((DenseSpec) plain(codeSize), Likelihood.BERNOULLI, 1, 0);
    }

    /** Of 400 pixels and 16 numbers. */
    static ModelSpec variational16() {
        return new VariationalSpec((DenseSpec) plain(400, 16), Likelihood.BERNOULLI, 1, 0);
    }

    static ModelSnapshot snapshot(ModelSpec spec, float weight, int epochs) {
        Experiment experiment = new Experiment(
                "custom", new DataSpec("Halves", ""), spec, NoiseSpec.CLEAN, new TrainingSpec(3, 2, 0.001), 7);
        return Snapshots.of(
                epochs == 0 ? "shipped" : "run-" + (spec.isVariational() ? "vae" : "plain") + spec.codeSize(),
                experiment,
                new Progress(epochs, 0, 10L * epochs),
                weight);
    }

    /** Ticks and waits until every question is answered and shown. */
    void settle() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            model.tick();
            Workers.flush(inference);
            deliver();
        }
        workers.check();
    }

    /** Hands over the answers that are there. */
    void deliver() {
        for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
            task.run();
        }
    }

    LatentMap map() {
        return model.space().mapProperty().get().orElseThrow();
    }

    /** Grey value 0 … 255 of a pixel in the first row of the picture at the handle. */
    int drawn(int pixel) {
        return model.space().decodedProperty().get().orElseThrow().image().argb(0, pixel, 0) & 0xff;
    }

    @Override
    public void close() {
        networks.letAllPass();
        workers.close();
    }
}
