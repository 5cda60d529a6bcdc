package hourglass.session.training;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.train.DivergedException;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Gate;
import hourglass.session.concurrent.Latest;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from preparation to its end, on the trainer thread; the other methods are its remote control. */
final class RunLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);
    /** Test images in the cheap validation, and how often an epoch it is done. */
    private static final int SAMPLE = 512;

    private static final int SAMPLES_PER_EPOCH = 8;
    /** On small data sets the sample would cost more than the training between two of them. */
    private static final int LEAST_BATCHES_BETWEEN_SAMPLES = 50;

    /** Whether the first batch waits. */
    enum Begin {
        RUNNING,
        PAUSED
    }

    /** Where results go. */
    record Outlets(
            Latest<TrainingState> state,
            Latest<Optional<TrainingFrame>> frame,
            Latest<Optional<ModelSnapshot>> snapshot,
            RunLog log) {}

    private final Outlets out;
    private final long generation;
    private final CancelToken token = new CancelToken();
    private final Gate gate;
    private final AtomicReference<@Nullable Double> newRate = new AtomicReference<>();
    private final AtomicReference<@Nullable Integer> newEpochs = new AtomicReference<>();

    private final AtomicReference<@Nullable Consumer<ModelSnapshot>> wanted = new AtomicReference<>();

    RunLoop(Outlets out, long generation, Begin begin) {
        this.out = out;
        this.generation = generation;
        gate = new Gate(begin == Begin.RUNNING ? Gate.State.OPEN : Gate.State.SHUT);
    }

    void pause() {
        gate.shut();
        moveTo(Phase.PAUSED, "");
    }

    void resume() {
        if (moveTo(Phase.RUNNING, "")) {
            gate.open();
        }
    }

    void stepOnce() {
        gate.permitOne();
    }

    void stop() {
        token.cancel();
        gate.wake();
    }

    void epochs(int value) {
        newEpochs.set(value);
    }

    void learningRate(double value) {
        newRate.set(value);
        gate.wake();
    }

    /** Hands over everything needed to go on, at the next moment between two batches. */
    void capture(Consumer<ModelSnapshot> taker) {
        wanted.set(taker);
    }

    private void serve(TrainingRun run) {
        Consumer<ModelSnapshot> taker = wanted.getAndSet(null);
        if (taker != null) {
            taker.accept(run.snapshot());
        }
    }

    /** The whole run; what escapes becomes FAILED with a sentence. */
    void run(Supplier<TrainingRun> begin) {
        if (token.isCancelled()) {
            moveTo(Phase.STOPPED, "");
            return;
        }
        try (TrainingRun run = begin.get()) {
            DataSet data = Objects.requireNonNull(out.state.get().data());
            FrameMaker frames = new FrameMaker(run, data.test(), generation);
            publish(run, frames);
            moveTo(gate.wouldWait() ? Phase.PAUSED : Phase.RUNNING, "");
            loop(run, frames);
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("training failed", failed);
            moveTo(Phase.FAILED, sentence(failed));
        }
    }

    private static String sentence(Throwable failed) {
        if (failed instanceof OutOfMemoryError) {
            return "There was not enough memory for this network; try fewer neurons or a smaller batch.";
        }
        String message = failed.getMessage();
        return message == null ? "Training failed: " + failed.getClass().getSimpleName() + "." : message;
    }

    private void loop(TrainingRun run, FrameMaker frames) {
        try {
            while (!token.isCancelled() && !isDone(run)) {
                if (gate.wouldWait()) {
                    publish(run, frames);
                }
                gate.pass(token);
                if (!token.isCancelled()) {
                    applyRate(run);
                    serve(run);
                    afterStep(run, run.step(), frames);
                }
            }
        } catch (DivergedException diverged) {
            publish(run, frames);
            serve(run);
            LOG.info("{}", diverged.getMessage());
            moveTo(Phase.FAILED, Objects.requireNonNull(diverged.getMessage()));
            return;
        }
        publish(run, frames);
        serve(run);
        moveTo(token.isCancelled() ? Phase.STOPPED : Phase.COMPLETED, "");
    }

    private boolean isDone(TrainingRun run) {
        applyEpochs(run);
        return run.progress().epochs() >= run.experiment().training().epochs();
    }

    private void applyEpochs(TrainingRun run) {
        Integer epochs = newEpochs.getAndSet(null);
        if (epochs != null) {
            run.epochs(epochs);
            tell(run.experiment());
        }
    }

    private void applyRate(TrainingRun run) {
        Double rate = newRate.getAndSet(null);
        if (rate == null) {
            return;
        }
        run.learningRate(rate);
        double epoch = run.progress().epochs() + (double) run.progress().batch() / run.batchesPerEpoch();
        out.log.add(new RunLog.RateChange(epoch, rate));
        tell(run.experiment());
    }

    private void tell(Experiment changed) {
        TrainingState old = out.state.get();
        while (old.generation() == generation && !out.state.replace(old, old.with(changed))) {
            old = out.state.get();
        }
    }

    private void afterStep(TrainingRun run, Step step, FrameMaker frames) {
        out.log.training().append(step.epoch(), step.loss());
        frames.count(step);
        if (step.end() == Step.End.OF_EPOCH) {
            EpochResult result = run.finishEpoch(token);
            if (!token.isCancelled()) {
                out.log.validation().append(step.epoch(), result.validationLoss());
            }
            frames.epochClosed();
        } else if (run.progress().batch() % samplePeriod(run) == 0) {
            out.log.validation().append(step.epoch(), run.sampleLoss(SAMPLE));
        }
        if (frames.isFrameDue()) {
            out.frame.put(Optional.of(frames.frame()));
        }
        if (frames.isSnapshotDue()) {
            out.snapshot.put(Optional.of(run.lightSnapshot()));
        }
    }

    private static int samplePeriod(TrainingRun run) {
        return Math.max(LEAST_BATCHES_BETWEEN_SAMPLES, run.batchesPerEpoch() / SAMPLES_PER_EPOCH);
    }

    private void publish(TrainingRun run, FrameMaker frames) {
        if (out.state.get().generation() == generation) {
            out.frame.put(Optional.of(frames.frame()));
            out.snapshot.put(Optional.of(run.snapshot()));
        }
    }

    /** Moves this run's state on if that is legal and the run is still the newest. */
    private boolean moveTo(Phase next, String message) {
        while (true) {
            TrainingState old = out.state.get();
            if (old.generation() != generation || !old.phase().allows(next)) {
                return false;
            }
            if (out.state.replace(old, old.in(next, message))) {
                return true;
            }
        }
    }
}
