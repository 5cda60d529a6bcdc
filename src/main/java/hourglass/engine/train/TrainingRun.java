package hourglass.engine.train;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.model.Parameters;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import hourglass.engine.model.TrainableNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * One training, step by step. Owned by one thread; deterministic in its experiment, and exact across {@link #snapshot}
 * and {@link #resume}.
 */
public final class TrainingRun implements AutoCloseable {
    /** Test images that tell whether weights are any good. */
    private static final int SAMPLE = 512;
    /** A network that has learnt all it can may end a little worse than it was taken up. */
    private static final double TOLERANCE = 1.05;

    private final RunId id;
    private final TrainableNetwork network;
    private final DataSet data;
    private final BatchFeed feed;
    private final DivergenceWatch watch;
    private final List<EpochResult> history = new ArrayList<>();
    private Experiment experiment;
    private int epochs;
    private int batch;
    private double lossSum;
    private long lossCount;
    private long trainNanos;
    private long trainedSamples;
    private double klSum;
    private boolean momentsUsable = true;
    private double bestObjective = Double.POSITIVE_INFINITY;
    private Optional<ModelSnapshot> best = Optional.empty();
    private long beganAt;
    private double began;

    private TrainingRun(
            RunId id, TrainableNetwork network, Experiment experiment, DataSet data, Executor ahead, double untrained) {
        this.id = id;
        this.network = network;
        this.experiment = experiment;
        this.data = data;
        feed = new BatchFeed(data.train(), experiment, ahead);
        watch = new DivergenceWatch(network.parameters(), untrained);
        began = untrained;
    }

    /** {@link #start(NetworkFactory, Experiment, DataSet, Executor)} with batches assembled between two steps. */
    public static TrainingRun start(NetworkFactory factory, Experiment experiment, DataSet data) {
        return start(factory, experiment, data, Runnable::run);
    }

    /** {@link #resume(NetworkFactory, ModelSnapshot, DataSet, Executor)} with batches assembled between two steps. */
    public static TrainingRun resume(NetworkFactory factory, ModelSnapshot from, DataSet data) {
        return resume(factory, from, data, Runnable::run);
    }

    /**
     * A fresh network on a data set.
     *
     * @param ahead assembles the next batch while one is trained; what it does changes no result
     * @throws IllegalArgumentException if the images are not of the size the model expects, or lack the class that is to
     *     be left out
     */
    public static TrainingRun start(NetworkFactory factory, Experiment experiment, DataSet data, Executor ahead) {
        check(experiment, data);
        DataSet learnt = learnt(experiment, data);
        TrainableNetwork network = factory.trainable(experiment);
        double untrained = onSample(network, learnt, experiment);
        return new TrainingRun(RunId.fresh(), network, experiment, learnt, ahead, untrained);
    }

    /** Goes on exactly where a snapshot was taken; without its optimiser state Adam starts anew. */
    public static TrainingRun resume(NetworkFactory factory, ModelSnapshot from, DataSet data, Executor ahead) {
        check(from.experiment(), data);
        DataSet learnt = learnt(from.experiment(), data);
        TrainableNetwork network = factory.trainable(from.experiment());
        double untrained = onSample(network, learnt, from.experiment());
        network.load(from.parameters());
        from.optimiser()
                .ifPresent(state -> network.restore(
                        from.parameters(), state, from.progress().iteration()));
        TrainingRun run = new TrainingRun(from.run(), network, from.experiment(), learnt, ahead, untrained);
        run.beganAt = from.progress().iteration();
        run.began = onSample(network, learnt, from.experiment()) * TOLERANCE;
        run.epochs = from.progress().epochs();
        // A file may claim any place in the pass; one beyond its end begins the pass again.
        run.batch = from.progress().batch() < run.batchesPerEpoch()
                ? from.progress().batch()
                : 0;
        run.history.addAll(from.history());
        // An epoch whose measuring was broken off has NaN, which would win every comparison from then on.
        run.bestObjective = from.history().stream()
                .mapToDouble(run::objective)
                .filter(objective -> !Double.isNaN(objective))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return run;
    }

    /** What is learnt and judged by: without the class that is left out, or it would decide which epoch is the best. */
    private static DataSet learnt(Experiment experiment, DataSet data) {
        return experiment.data().without().map(data::without).orElse(data);
    }

    private static void check(Experiment experiment, DataSet data) {
        int expected = experiment.model().inputSize();
        if (data.train().pixelsPerImage() != expected) {
            throw new IllegalArgumentException("The network expects images of " + expected + " pixels, but those of "
                    + data.name() + " have " + data.train().pixelsPerImage() + ".");
        }
    }

    /** The experiment as it stands; its learning rate follows {@link #learningRate}. */
    public Experiment experiment() {
        return experiment;
    }

    /** Which training it is. */
    public RunId id() {
        return id;
    }

    /** The images it learns from and is measured on. */
    public DataSet data() {
        return data;
    }

    /** How far it has come. */
    public Progress progress() {
        return new Progress(epochs, batch, network.iteration());
    }

    /** Optimiser steps per epoch. */
    public int batchesPerEpoch() {
        return feed.batchesPerEpoch();
    }

    /** Results of the completed epochs. */
    public List<EpochResult> history() {
        return List.copyOf(history);
    }

    /** Changes the learning rate from the next step on. */
    public void learningRate(double value) {
        experiment = experiment.withTraining(experiment.training().withLearningRate(value));
        network.learningRate(value);
        watch.lookClosely(network.iteration());
    }

    /** Changes how many epochs the experiment asks for; the caller decides when to stop. */
    public void epochs(int value) {
        experiment = experiment.withTraining(experiment.training().withEpochs(value));
    }

    /**
     * One batch.
     *
     * @throws DivergedException if the loss is not finite or the weights ran away; the network is then back at the last
     *     good weights
     */
    public Step step() {
        long start = System.nanoTime();
        experiment
                .model()
                .variational()
                .map(variational -> variational.klWeightPerPixel(position()))
                .ifPresent(network::klWeight);
        BatchFeed.Batch images = feed.load(epochs, batch, network.iteration());
        int n = images.size();
        double loss = network.fit(images.inputs(), images.targets(), n);
        double kl = network.kl();
        trainNanos += System.nanoTime() - start;
        watch(loss + kl, Watch.IN_TURN);
        lossSum += loss * n;
        klSum += kl * n;
        lossCount += n;
        trainedSamples += n;
        batch++;
        boolean last = batch == feed.batchesPerEpoch();
        Step.End end = last ? Step.End.OF_EPOCH : Step.End.WITHIN_EPOCH;
        return new Step(network.iteration(), position(), loss, kl, n, end);
    }

    /** {@link #step}, with what was computed on the way; the run goes on exactly as after a step nobody watched. */
    public WatchedStep watchedStep() {
        BatchFeed.Batch images = feed.load(epochs, batch, network.iteration());
        int numbers = images.size() * experiment.model().inputSize();
        float[] inputs = Arrays.copyOf(images.inputs(), numbers);
        float[] targets = Arrays.copyOf(images.targets(), numbers);
        ModelSnapshot before = lightSnapshot();
        Parameters moments = network.optimiserState();
        long drawSeed = network.drawSeed();
        Step step = step();
        List<WatchedStep.Change> changes =
                WatchedStep.changes(before, network.parameters(), moments, network.optimiserState());
        return new WatchedStep(before, inputs, targets, drawSeed, step, changes);
    }

    /** Place of the next batch in epochs. */
    private double position() {
        return epochs + (double) batch / feed.batchesPerEpoch();
    }

    private enum Watch {
        IN_TURN,
        ALWAYS
    }

    private void watch(double loss, Watch when) {
        long iteration = network.iteration();
        double rate = experiment.training().learningRate();
        try {
            watch.checkLoss(loss, iteration, rate);
            // An epoch's last weights are measured, kept and perhaps the end of the run, so none pass unseen.
            if (when == Watch.ALWAYS || watch.isDue(iteration) || batch + 1 == feed.batchesPerEpoch()) {
                watch.checkWeights(network.parameters(), iteration, rate);
            }
        } catch (DivergedException diverged) {
            // Adam's moments remember the gradients that led astray.
            momentsUsable = false;
            network.load(watch.lastGood());
            if (watch.isSound(onSample(network, data, experiment))) {
                throw diverged;
            }
            network.load(watch.lastSound());
            throw DivergenceWatch.furtherBack(diverged);
        }
    }

    /**
     * Closes an epoch after {@link Step.End#OF_EPOCH}: measures the loss on all test images and appends the result.
     *
     * @param cancelled asked between chunks; when it says so the validation loss is NaN: not measured
     */
    public EpochResult finishEpoch(BooleanSupplier cancelled) {
        if (batch != feed.batchesPerEpoch()) {
            throw new IllegalStateException("the epoch is at batch " + batch + " of " + feed.batchesPerEpoch());
        }
        Evaluation.Losses measured =
                Evaluation.losses(network, data.test(), experiment, data.test().size(), cancelled);
        if (cancelled.getAsBoolean()) {
            measured = Evaluation.Losses.NOT_MEASURED;
        }
        double seconds = trainNanos * 1e-9;
        double rate = seconds > 0 ? trainedSamples / seconds : 0;
        epochs++;
        batch = 0;
        EpochResult result =
                new EpochResult(epochs, mean(lossSum), measured.perPixel(), seconds, rate, mean(klSum), measured.kl());
        history.add(result);
        keepIfBest(result);
        watch.measured(network.parameters(), objective(result));
        lossSum = 0;
        klSum = 0;
        lossCount = 0;
        trainNanos = 0;
        trainedSamples = 0;
        return result;
    }

    private double mean(double sum) {
        return lossCount == 0 ? Double.NaN : sum / lossCount;
    }

    private void keepIfBest(EpochResult result) {
        double objective = objective(result);
        if (objective < bestObjective) {
            bestObjective = objective;
            best = Optional.of(lightSnapshot());
        }
    }

    /** What training makes smaller, on the test images after an epoch. */
    private double objective(EpochResult result) {
        return objective(experiment, new Evaluation.Losses(result.validationLoss(), result.validationKl()));
    }

    private static double objective(Experiment experiment, Evaluation.Losses losses) {
        return experiment
                .model()
                .variational()
                .map(spec -> losses.perPixel() + losses.kl() * spec.klWeightPerPixel(Double.POSITIVE_INFINITY))
                .orElse(losses.perPixel());
    }

    private static double onSample(Network network, DataSet data, Experiment experiment) {
        int count = Math.min(SAMPLE, data.test().size());
        return objective(experiment, Evaluation.losses(network, data.test(), experiment, count, () -> false));
    }

    /**
     * Looks at the weights once more before they are the run's last.
     *
     * @return a sentence for the user where they are worse on test images than those the run began with
     * @throws DivergedException if they have run away; the network is then back at the last good weights
     */
    public Optional<String> conclude() {
        if (network.iteration() == beganAt) {
            return Optional.empty();
        }
        watch(0, Watch.ALWAYS);
        double end = onSample(network, data, experiment);
        return end <= began
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "This run ended worse than it began: the loss on test images went from %.4g to %.4g. "
                                + "Try a learning rate below %s.",
                        began,
                        end,
                        DivergenceWatch.plain(experiment.training().learningRate())));
    }

    /**
     * The weights after the epoch with the smallest loss on the test images; empty while none of this run's own epochs is
     * the best of its history.
     */
    public Optional<ModelSnapshot> best() {
        return best;
    }

    /** Losses on the first {@code count} test images. */
    public Evaluation.Losses sampleLosses(int count) {
        ImageSet test = data.test();
        Evaluation.Losses losses =
                Evaluation.losses(network, test, experiment, Math.min(count, test.size()), () -> false);
        watch.measured(network.parameters(), objective(experiment, losses));
        return losses;
    }

    /** The network as it stands, for measures between two steps; only on the thread that trains. */
    public Network network() {
        return network;
    }

    /** Reconstructions {@code [n × inputSize]} by the network as it stands. */
    public float[] reconstruct(float[] images, int n) {
        return network.reconstruct(images, n);
    }

    /** Everything needed to go on exactly. */
    public ModelSnapshot snapshot() {
        // After a step with a loss that was no number the moments are none either; Adam then starts anew.
        return capture(Optional.of(network.optimiserState()).filter(moments -> momentsUsable && moments.isFinite()));
    }

    /** Only what is needed to evaluate; a third of the size. */
    public ModelSnapshot lightSnapshot() {
        return capture(Optional.empty());
    }

    private ModelSnapshot capture(Optional<Parameters> optimiser) {
        return new ModelSnapshot(id, experiment, progress(), network.parameters(), optimiser, history);
    }

    @Override
    public void close() {
        network.close();
    }
}
