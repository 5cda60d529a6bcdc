package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.DataSpec;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.model.TrainableNetwork;
import hourglass.session.ask.InferenceAnswer;
import hourglass.session.ask.InferenceService;
import hourglass.session.ask.InferenceSlot;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Worker;
import hourglass.session.measure.Denoising;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingService;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * How fast the window's questions are answered, without a window: the noise slider and the handle in latent space, on the
 * same path as there, idle and beside a training. Weights are fresh ones; how fast a network is does not depend on them.
 */
final class InteractionBench {
    private static final int IMAGES = 10;
    private static final int WARM_UP = 30;
    private static final int MOST = 5000;
    private static final long SEED = 7;
    private static final long PATIENCE_SECONDS = 60;

    private final NetworkFactory networks;
    private final DataSet data;
    private final double seconds;
    private final CancelToken token;
    private final PrintWriter terminal;

    /** Measuring each line for {@code seconds}. */
    InteractionBench(NetworkFactory networks, DataSet data, double seconds, CancelToken token, PrintWriter terminal) {
        this.networks = networks;
        this.data = data;
        this.seconds = seconds;
        this.token = token;
        this.terminal = terminal;
    }

    /** Measures and prints every line. */
    List<InteractionRow> run() {
        List<InteractionRow> rows = new ArrayList<>();
        try (Worker inference = worker("inference", Thread.NORM_PRIORITY);
                Worker trainer = worker("trainer", Thread.NORM_PRIORITY - 2)) {
            InferenceService service = new InferenceService(inference, () -> networks);
            TrainingService training = new TrainingService(trainer, () -> networks);
            all(rows, service, "idle");
            for (Preset preset : List.of(Preset.VAE_2, Preset.CONV_DENOISE)) {
                startTraining(training, preset);
                all(rows, service, "training " + preset.id());
                stopTraining(training);
            }
        }
        return rows;
    }

    private void all(List<InteractionRow> rows, InferenceService service, String situation) {
        add(rows, noise(service, situation, List.of(Preset.CONV_DENOISE)));
        add(rows, noise(service, situation, List.of(Preset.CONV_DENOISE, Preset.CONV_64)));
        add(rows, latent(service, situation, Preset.VAE_2));
        add(rows, latent(service, situation, Preset.VAE_CONV_2));
        add(rows, surgery(service, situation, Preset.DENSE_64));
        add(rows, surgery(service, situation, Preset.CONV_DENOISE));
    }

    private void add(List<InteractionRow> rows, InteractionRow row) {
        rows.add(row);
        terminal.println(row.line());
        terminal.flush();
    }

    private Worker worker(String name, int priority) {
        return new Worker(name, priority, (who, what) -> terminal.println(who + ": " + what.getMessage()));
    }

    /** Noise on ten images, what the networks make of them, and the median filter: what a moved slider asks for. */
    private InteractionRow noise(InferenceService service, String situation, List<Preset> presets) {
        ImageBlock clean = images();
        List<ModelSnapshot> models = presets.stream().map(this::fresh).toList();
        IntFunction<Function<List<Network>, Object>> question = turn -> ready -> {
            double level = 0.6 * (turn % 100) / 99;
            ImageBlock noisy = Denoising.spoil(clean, new NoiseSpec(NoiseKind.GAUSSIAN, level), SEED);
            ready.forEach(network -> Denoising.denoise(network, noisy));
            return MedianFilter.apply(noisy.toArray(), noisy.width(), noisy.height());
        };
        String names = String.join(" beside ", presets.stream().map(Preset::id).toList());
        return measure(service, "noise slider, ten images, " + names, situation, models, question);
    }

    private ImageBlock images() {
        int[] first = new int[Math.min(IMAGES, data.test().size())];
        Arrays.setAll(first, i -> i);
        return ImageBlock.copyOf(
                data.test().width(), data.test().height(), data.test().images(first));
    }

    /** One picture from two latent numbers that go round in a circle. */
    private InteractionRow latent(InferenceService service, String situation, Preset preset) {
        IntFunction<Function<List<Network>, Object>> question = turn -> {
            float[] code = {(float) (2 * Math.cos(turn * 0.05)), (float) (2 * Math.sin(turn * 0.05))};
            return ready -> ready.get(0).decode(code, 1);
        };
        return measure(service, "latent drag, " + preset.id(), situation, List.of(fresh(preset)), question);
    }

    /** What a bar of a code asks for that is dragged up and down: the picture of the code as it was and as it is. */
    private InteractionRow surgery(InferenceService service, String situation, Preset preset) {
        ModelSnapshot model = fresh(preset);
        float[] both = new float[2 * model.experiment().model().codeSize()];
        Arrays.fill(both, 1);
        IntFunction<Function<List<Network>, Object>> question = turn -> {
            float[] now = both.clone();
            now[both.length / 2] = (float) (4 * Math.sin(turn * 0.05));
            return ready -> ready.get(0).decode(now, 2);
        };
        return measure(service, "code surgery, " + preset.id(), situation, List.of(model), question);
    }

    private InteractionRow measure(
            InferenceService service,
            String what,
            String situation,
            List<ModelSnapshot> models,
            IntFunction<Function<List<Network>, Object>> question) {
        BlockingQueue<InferenceAnswer<Object>> answers = new LinkedBlockingQueue<>();
        InferenceSlot<Object> slot = service.slot(Runnable::run, answers::add);
        for (int i = 0; i < WARM_UP; i++) {
            answer(slot, models, question.apply(i), answers);
        }
        long[] nanos = new long[MOST];
        int count = 0;
        long begun = System.nanoTime();
        while (count < MOST && System.nanoTime() - begun < seconds * 1e9) {
            token.throwIfCancelled();
            long asked = System.nanoTime();
            answer(slot, models, question.apply(count), answers);
            nanos[count++] = System.nanoTime() - asked;
        }
        return InteractionRow.of(what, situation, Arrays.copyOf(nanos, count));
    }

    private static void answer(
            InferenceSlot<Object> slot,
            List<ModelSnapshot> models,
            Function<List<Network>, Object> question,
            BlockingQueue<InferenceAnswer<Object>> answers) {
        slot.askAll(models, question);
        try {
            InferenceAnswer<Object> answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException("No answer came within " + PATIENCE_SECONDS + " seconds.");
            }
            if (answer.hasFailed()) {
                throw new IllegalStateException(answer.problem());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", ending);
        }
    }

    private Experiment experiment(Preset preset) {
        return preset.experiment(
                new DataSpec(data.name(), data.fingerprint()),
                data.test().width(),
                data.test().height(),
                SEED);
    }

    private ModelSnapshot fresh(Preset preset) {
        Experiment experiment = experiment(preset);
        try (TrainableNetwork network = networks.trainable(experiment)) {
            return new ModelSnapshot(
                    RunId.fresh(), experiment, Progress.START, network.parameters(), Optional.empty(), List.of());
        }
    }

    /** With so many epochs that it outlasts the measurement. */
    private void startTraining(TrainingService training, Preset preset) {
        Experiment experiment = experiment(preset);
        training.start(
                experiment.withTraining(experiment.training().withEpochs(1000).withBatchSize(128)), data);
        await(() -> training.state().phase() != Phase.PREPARING);
        if (training.state().phase() != Phase.RUNNING) {
            throw new IllegalStateException(training.state().message());
        }
    }

    private void stopTraining(TrainingService training) {
        training.stop();
        await(() -> !training.state().phase().isActive());
    }

    private void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            token.throwIfCancelled();
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException("The training did not follow within " + PATIENCE_SECONDS + " seconds.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
