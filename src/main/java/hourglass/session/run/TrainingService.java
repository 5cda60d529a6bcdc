package hourglass.session.run;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.Latest;
import hourglass.session.concurrent.Worker;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Trains one network at a time on the {@code trainer} thread. Commands come from any thread and return at once; what
 * happens is read from {@link #state}, {@link #frame}, {@link #log} and {@link #snapshot}.
 */
public final class TrainingService {
    private final Worker worker;
    private final Supplier<NetworkFactory> networks;
    private final Executor ahead;
    private final RunObserver observer;
    private final EpochStrips strips = new EpochStrips();
    private final Latest<TrainingState> state = new Latest<>(TrainingState.IDLE);
    private final Latest<RunLoop.Outlets> outlets = new Latest<>(RunLoop.Outlets.of(state, 0));
    private @Nullable RunLoop current;

    /**
     * With the thread that trains, the networks, which are asked for on that thread, who assembles the next batch while one
     * is trained, and who is told of what was learnt.
     */
    public TrainingService(Worker worker, Supplier<NetworkFactory> networks, Executor ahead, RunObserver observer) {
        this.observer = observer.and(strips);
        this.worker = worker;
        this.networks = networks;
        this.ahead = ahead;
    }

    /** With batches assembled between two steps, and nobody told. */
    public TrainingService(Worker worker, Supplier<NetworkFactory> networks) {
        this(worker, networks, Runnable::run, RunObserver.NONE);
    }

    /** What the network made of a few test images after each epoch. */
    public EpochStrips strips() {
        return strips;
    }

    /** Where the training stands. */
    public TrainingState state() {
        return state.get();
    }

    /** The newest picture of the run. */
    public Optional<TrainingFrame> frame() {
        return outlets.get().frame().get();
    }

    /** The mailbox of the run's weights; a run keeps its own, where its last ones arrive even after the next has begun. */
    public Latest<Optional<ModelSnapshot>> weights() {
        return outlets.get().snapshot();
    }

    /** The newest weights of the run, renewed about twice a second and at every pause and end. */
    public Optional<ModelSnapshot> snapshot() {
        return outlets.get().snapshot().get();
    }

    /** The weights of the run's best epoch so far, by its loss on the test images; kept apart from the newest. */
    public Optional<ModelSnapshot> best() {
        return outlets.get().best().get();
    }

    /**
     * The weights at the end of the epoch completed last, without the optimiser's state; at first those the run began
     * with, where it began at the start of an epoch.
     */
    public Optional<ModelSnapshot> lastEpoch() {
        return outlets.get().epoch().get();
    }

    /** The curves of the run. */
    public RunLog log() {
        return outlets.get().log();
    }

    /** Starts a fresh network; a run under way is stopped. */
    public void start(Experiment experiment, DataSet data) {
        launch(
                experiment,
                data,
                RunLoop.Begin.RUNNING,
                () -> TrainingRun.start(networks.get(), experiment, data, ahead));
    }

    /** Makes a fresh network and waits before the first batch. */
    public void startPaused(Experiment experiment, DataSet data) {
        launch(
                experiment,
                data,
                RunLoop.Begin.PAUSED,
                () -> TrainingRun.start(networks.get(), experiment, data, ahead));
    }

    /** Goes on from a snapshot for as many epochs as {@code experiment} asks in all; a run under way is stopped. */
    public void resumeFrom(ModelSnapshot from, Experiment experiment, DataSet data) {
        relaunch(from, experiment, data, RunLoop.Begin.RUNNING);
    }

    /** Like {@link #resumeFrom}, waiting before the first batch. */
    public void resumePausedFrom(ModelSnapshot from, Experiment experiment, DataSet data) {
        relaunch(from, experiment, data, RunLoop.Begin.PAUSED);
    }

    private synchronized void relaunch(ModelSnapshot from, Experiment experiment, DataSet data, RunLoop.Begin begin) {
        ModelSnapshot going = from.continuing(experiment);
        Optional<ModelSnapshot> bestSoFar = best().filter(found -> continues(found, going));
        launch(experiment, data, begin, () -> TrainingRun.resume(networks.get(), going, data, ahead), bestSoFar);
    }

    /** Whether {@code earlier} is a moment in the past of {@code later}. */
    private static boolean continues(ModelSnapshot earlier, ModelSnapshot later) {
        int epochs = earlier.history().size();
        return earlier.experiment().model().equals(later.experiment().model())
                && later.history().size() >= epochs
                && later.history().subList(0, epochs).equals(earlier.history());
    }

    private void launch(Experiment experiment, DataSet data, RunLoop.Begin begin, Supplier<TrainingRun> run) {
        launch(experiment, data, begin, run, Optional.empty());
    }

    private synchronized void launch(
            Experiment experiment,
            DataSet data,
            RunLoop.Begin begin,
            Supplier<TrainingRun> run,
            Optional<ModelSnapshot> bestSoFar) {
        stop();
        long generation = state.get().generation() + 1;
        RunLoop.Outlets fresh = RunLoop.Outlets.of(state, generation);
        fresh.best().put(bestSoFar);
        // Before the state, so that nobody takes the old run's pictures for the new one's.
        outlets.put(fresh);
        state.put(new TrainingState(generation, Phase.PREPARING, experiment, data, ""));
        RunLoop loop = new RunLoop(fresh, generation, begin, observer);
        current = loop;
        worker.execute(() -> loop.run(run));
    }

    /** Waits after the batch under way. */
    public synchronized void pause() {
        if (current != null) {
            current.pause();
        }
    }

    /** Goes on after a pause. */
    public synchronized void resume() {
        if (current != null) {
            current.resume();
        }
    }

    /** Trains one batch while paused. */
    public synchronized void stepOnce() {
        if (current != null) {
            current.stepOnce();
        }
    }

    /** Ends the run after the batch under way and keeps its weights. */
    public synchronized void stop() {
        if (current != null) {
            current.stop();
        }
    }

    /**
     * Hands over everything needed to go on exactly: at once when the run waits or has ended, else between two batches on
     * the trainer thread.
     */
    public synchronized void capture(Consumer<ModelSnapshot> taker) {
        if (current != null && state.get().phase().isActive()) {
            current.capture(taker);
        } else {
            snapshot().ifPresent(taker);
        }
    }

    /** Changes how many epochs the run does in all; fewer than are done end it. */
    public synchronized void epochs(int value) {
        if (current != null) {
            current.epochs(value);
        }
    }

    /** Changes the learning rate from the next batch on. */
    public synchronized void learningRate(double value) {
        if (current != null) {
            current.learningRate(value);
        }
    }
}
