package hourglass.ui.denoise;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Activation;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.TrainingSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Progress;
import hourglass.engine.model.TrainableNetwork;
import hourglass.engine.store.ModelStore;
import hourglass.session.ask.InferenceService;
import hourglass.session.concurrent.Worker;
import hourglass.session.data.DataService;
import hourglass.session.project.ModelService;
import hourglass.testing.FakeNetwork;
import hourglass.testing.NoNetwork;
import hourglass.testing.Shown;
import hourglass.testing.Snapshots;
import hourglass.testing.Workers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The model over real services, tiny images and a network that multiplies what it is shown. */
final class Bench implements AutoCloseable, NetworkFactory {
    static final int SIDE = 4;
    static final NoiseSpec TRAINED = new NoiseSpec(NoiseKind.GAUSSIAN, 0.3);

    /** Everything any network was shown. */
    final Queue<float[]> seen = new ConcurrentLinkedQueue<>();
    /** Where answers wait to be taken, as the window would. */
    final Queue<Runnable> window = new ConcurrentLinkedQueue<>();

    final AtomicLong nanos = new AtomicLong();
    final AtomicReference<DataSet> next = new AtomicReference<>();
    volatile boolean broken;
    private final Workers workers = new Workers();
    private final Worker io = workers.named("io");
    final Worker inference = workers.named("inference");
    final DataService data;
    final ModelService models;
    final Shown show;
    final DenoiseModel model;

    Bench(Path folder, Shipped first) {
        data = new DataService(NoNetwork.sources(folder, (path, seed, cancelled) -> next.get()), io, images(SIDE));
        models = new ModelService(new ModelStore("test"), io, first.snapshot(), first.name());
        show = new Shown(models, data);
        model = new DenoiseModel(
                show.showcase.chooser(DenoiseModel.SUITABILITY),
                new InferenceService(inference, () -> this),
                window::add,
                nanos::get);
        model.shownProperty().set(true);
    }

    /** 12 test images of two classes, grey enough that noise is rarely cut off. */
    static DataSet images(int side) {
        return images("plain-" + side, side);
    }

    static DataSet images(String hash, int side) {
        int pixels = side * side;
        byte[] all = new byte[12 * pixels];
        byte[] labels = new byte[12];
        for (int i = 0; i < 12; i++) {
            Arrays.fill(all, i * pixels, (i + 1) * pixels, (byte) (60 + 10 * i));
            labels[i] = (byte) (i % 2);
        }
        ImageSet set = ImageSet.of(side, side, all, labels, List.of("Even", "Odd"));
        return new DataSet("Plain " + side, "made up", DataOrigin.IDX_FOLDER, Map.of("all", hash), set, set);
    }

    /** Twenty test images of one's own, 12 × 9 pixels, of three classes. */
    static DataSet own() {
        byte[] all = new byte[20 * 108];
        byte[] labels = new byte[20];
        for (int i = 0; i < 20; i++) {
            Arrays.fill(all, i * 108, (i + 1) * 108, (byte) (40 + 10 * i));
            labels[i] = (byte) (i % 3);
        }
        ImageSet set = ImageSet.of(12, 9, all, labels, List.of("Cup", "Key", "Pen"));
        return new DataSet("Desk", "made up", DataOrigin.IDX_FOLDER, Map.of("all", "desk"), set, set);
    }

    static ModelSnapshot snapshot(NoiseSpec noise, int codeSize, long iteration) {
        return snapshot(SIDE * SIDE, noise, codeSize, iteration);
    }

    static ModelSnapshot snapshot(int pixels, NoiseSpec noise, int codeSize, long iteration) {
        DenseSpec spec =
                new DenseSpec(pixels, List.of(), codeSize, Activation.RELU, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR);
        Experiment experiment =
                new Experiment("custom", new DataSpec("Plain", ""), spec, noise, new TrainingSpec(3, 2, 0.001), 7);
        return Snapshots.of(
                "code-" + codeSize + (iteration == 1 ? "-shipped" : "-run"),
                experiment,
                new Progress(0, (int) iteration, iteration),
                0.5f);
    }

    /** A network that came with the program. */
    record Shipped(String name, ModelSnapshot snapshot) {}

    static Shipped shipped(String name, NoiseSpec noise, int codeSize) {
        return new Shipped(name, snapshot(noise, codeSize, 1));
    }

    /** Ticks and waits until every question is answered and shown. */
    void settle() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            model.tick();
            workers.flush();
            for (Runnable answer = window.poll(); answer != null; answer = window.poll()) {
                answer.run();
            }
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        }
        workers.check();
    }

    /** Answers what was asked, without a tick. */
    void answer() throws InterruptedException {
        Workers.flush(inference);
        for (Runnable answer = window.poll(); answer != null; answer = window.poll()) {
            answer.run();
        }
    }

    void open(DataSet other, Path folder) throws InterruptedException {
        next.set(other);
        data.open(folder);
        Workers.flush(io);
    }

    DenoisePictures pictures() {
        return model.picturesProperty().get().orElseThrow();
    }

    @Override
    public TrainableNetwork trainable(Experiment experiment) {
        throw new UnsupportedOperationException("nothing is trained here");
    }

    @Override
    public Network evaluator(ModelSpec spec) {
        return new Halving(spec);
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public void close() {
        workers.close();
    }

    /** Its picture is what it is shown, times its first weight. */
    private final class Halving extends FakeNetwork {
        Halving(ModelSpec spec) {
            super(spec);
        }

        @Override
        public float[] reconstruct(float[] shown, int n) {
            if (broken) {
                throw new IllegalStateException("The network cannot be run.");
            }
            seen.add(shown.clone());
            float[] result = shown.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] *= parameters().get(0);
            }
            return result;
        }
    }
}
