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
import hourglass.engine.model.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One training, step by step. Owned by one thread; deterministic in its experiment, and exact across {@link #snapshot}
 * and {@link #resume}.
 */
public final class TrainingRun implements AutoCloseable {
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
    private boolean momentsUsable = true;

    private TrainingRun(TrainableNetwork network, Experiment experiment, DataSet data) {
        this.network = network;
        this.experiment = experiment;
        this.data = data;
        feed = new BatchFeed(data.train(), experiment);
        watch = new DivergenceWatch(network.parameters());
    }

    /**
     * A fresh network on a data set.
     *
     * @throws IllegalArgumentException if the images are not of the size the model expects
     */
    public static TrainingRun start(NetworkFactory factory, Experiment experiment, DataSet data) {
        check(experiment, data);
        return new TrainingRun(factory.trainable(experiment), experiment, data);
    }

    /** Goes on exactly where a snapshot was taken; without its optimiser state Adam starts anew. */
    public static TrainingRun resume(NetworkFactory factory, ModelSnapshot from, DataSet data) {
        check(from.experiment(), data);
        TrainableNetwork network = factory.trainable(from.experiment());
        network.load(from.parameters());
        from.optimiser()
                .ifPresent(state -> network.restore(
                        from.parameters(), state, from.progress().iteration()));
        TrainingRun run = new TrainingRun(network, from.experiment(), data);
        run.epochs = from.progress().epochs();
        // A file may claim any place in the pass; one beyond its end begins the pass again.
        run.batch = from.progress().batch() < run.batchesPerEpoch()
                ? from.progress().batch()
                : 0;
        run.history.addAll(from.history());
        return run;
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
        int n = feed.load(epochs, batch, network.iteration());
        double loss = network.fit(feed.inputs(), feed.targets(), n);
        trainNanos += System.nanoTime() - start;
        watch(loss);
        lossSum += loss * n;
        lossCount += n;
        trainedSamples += n;
        batch++;
        boolean last = batch == feed.batchesPerEpoch();
        double position = epochs + (double) batch / feed.batchesPerEpoch();
        return new Step(network.iteration(), position, loss, n, last ? Step.End.OF_EPOCH : Step.End.WITHIN_EPOCH);
    }

    private void watch(double loss) {
        long iteration = network.iteration();
        double rate = experiment.training().learningRate();
        try {
            watch.checkLoss(loss, iteration, rate);
            if (watch.isDue(iteration)) {
                watch.checkWeights(network.parameters(), iteration, rate);
            }
        } catch (DivergedException diverged) {
            network.load(watch.lastGood());
            // Adam's moments remember the gradients that led astray.
            momentsUsable = false;
            throw diverged;
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
        double measured =
                Evaluation.loss(network, data.test(), experiment, data.test().size(), cancelled);
        double validation = cancelled.getAsBoolean() ? Double.NaN : measured;
        double seconds = trainNanos * 1e-9;
        double mean = lossCount == 0 ? Double.NaN : lossSum / lossCount;
        double rate = seconds > 0 ? trainedSamples / seconds : 0;
        epochs++;
        batch = 0;
        EpochResult result = new EpochResult(epochs, mean, validation, seconds, rate);
        history.add(result);
        lossSum = 0;
        lossCount = 0;
        trainNanos = 0;
        trainedSamples = 0;
        return result;
    }

    /** Loss per pixel on the first {@code count} test images. */
    public double sampleLoss(int count) {
        ImageSet test = data.test();
        return Evaluation.loss(network, test, experiment, Math.min(count, test.size()), () -> false);
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
        return new ModelSnapshot(experiment, progress(), network.parameters(), optimiser, history);
    }

    @Override
    public void close() {
        network.close();
    }
}
