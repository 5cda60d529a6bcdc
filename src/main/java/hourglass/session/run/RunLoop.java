package hourglass.session.run;

import hourglass.core.Reason;
import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.EpochResult;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.train.DivergedException;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import hourglass.session.concurrent.Gate;
import hourglass.session.concurrent.Latest;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
            Latest<Optional<ModelSnapshot>> best,
            Latest<Optional<ModelSnapshot>> epoch,
            RunLog log) {
        /** Mailboxes of its own for a new run, so that an old one cannot speak into it. */
        static Outlets of(Latest<TrainingState> state, long generation) {
            return new Outlets(
                    state,
                    new Latest<>(Optional.empty()),
                    new Latest<>(Optional.empty()),
                    new Latest<>(Optional.empty()),
                    new Latest<>(Optional.empty()),
                    new RunLog());
        }
    }

    private final Outlets out;
    private final RunObserver observer;
    private final long generation;
    private final CancelToken token = new CancelToken();
    private final Begin begin;
    private final Gate gate;
    private final AtomicReference<@Nullable Double> newRate = new AtomicReference<>();
    private final AtomicReference<@Nullable Integer> newEpochs = new AtomicReference<>();

    private final Queue<Consumer<ModelSnapshot>> wanted = new ConcurrentLinkedQueue<>();

    RunLoop(Outlets out, long generation, Begin begin, RunObserver observer) {
        this.observer = observer;
        this.out = out;
        this.generation = generation;
        this.begin = begin;
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
        gate.wake();
    }

    void learningRate(double value) {
        newRate.set(value);
        gate.wake();
    }

    /** Hands over everything needed to go on, at the next moment between two batches. */
    void capture(Consumer<ModelSnapshot> taker) {
        wanted.add(taker);
        gate.wake();
    }

    private boolean hasErrand() {
        return !wanted.isEmpty() || newEpochs.get() != null;
    }

    private void serve(TrainingRun run) {
        for (Consumer<ModelSnapshot> taker = wanted.poll(); taker != null; taker = wanted.poll()) {
            taker.accept(run.snapshot());
        }
    }

    /** The whole run; what escapes becomes FAILED with a sentence. */
    @SuppressWarnings(
            "CatchThrowable") // A missing native library is an Error, and it must end the run, not the thread.
    void run(Supplier<TrainingRun> maker) {
        if (token.isCancelled()) {
            moveTo(Phase.STOPPED, "");
            return;
        }
        try (TrainingRun run = maker.get()) {
            DataSet data = Objects.requireNonNull(out.state.get().data());
            FrameMaker frames = new FrameMaker(run, data.test(), generation);
            publish(run, frames);
            if (run.progress().batch() == 0) {
                out.epoch.put(Optional.of(run.lightSnapshot()));
            }
            tellObserver(run, RunObserver.Moment.BEGIN);
            leavePreparation();
            loop(run, frames);
        } catch (Throwable failed) {
            LOG.error("training failed", failed);
            moveTo(Phase.FAILED, sentence(failed));
        }
    }

    private static String sentence(Throwable failed) {
        if (failed instanceof OutOfMemoryError) {
            return "There was not enough memory for this network; try fewer neurons or a smaller batch.";
        }
        return Reason.of(failed);
    }

    private void loop(TrainingRun run, FrameMaker frames) {
        String verdict;
        try {
            while (!token.isCancelled() && !isDone(run)) {
                serve(run);
                if (gate.wouldWait()) {
                    publish(run, frames);
                    tellObserver(run, RunObserver.Moment.PAUSE);
                }
                if (gate.pass(token, this::hasErrand)) {
                    applyRate(run);
                    afterStep(run, run.step(), frames);
                }
            }
            verdict = run.conclude().orElse("");
        } catch (DivergedException diverged) {
            publish(run, frames);
            LOG.info("{}", diverged.getMessage());
            moveTo(Phase.FAILED, Objects.requireNonNull(diverged.getMessage()));
            return;
        } finally {
            serve(run);
            tellObserver(run, RunObserver.Moment.END);
        }
        publish(run, frames);
        moveTo(token.isCancelled() ? Phase.STOPPED : Phase.COMPLETED, verdict);
    }

    /** What goes wrong there must not end the training. */
    private void tellObserver(TrainingRun run, RunObserver.Moment moment) {
        try {
            observer.after(run, moment);
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("nobody was told of step {}", run.progress().iteration(), failed);
        }
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
        boolean variational = run.experiment().model().isVariational();
        if (variational) {
            out.log.trainingKl().append(step.epoch(), step.kl());
        }
        out.log.training().append(step.epoch(), step.loss());
        frames.count(step);
        if (step.end() == Step.End.OF_EPOCH) {
            EpochResult result = run.finishEpoch(token);
            if (!token.isCancelled()) {
                validated(step.epoch(), result.validationLoss(), result.validationKl(), variational);
            }
            publishEpoch(run);
            tellObserver(run, RunObserver.Moment.EPOCH);
            frames.epochClosed();
        } else if (run.progress().batch() % samplePeriod(run) == 0) {
            Evaluation.Losses losses = run.sampleLosses(SAMPLE);
            validated(step.epoch(), losses.perPixel(), losses.kl(), variational);
        }
        tellObserver(run, RunObserver.Moment.STEP);
        if (frames.isFrameDue()) {
            out.frame.put(Optional.of(frames.frame()));
        }
        if (frames.isSnapshotDue()) {
            out.snapshot.put(Optional.of(run.lightSnapshot()));
        }
    }

    /** A run that goes on from an earlier one keeps that one's best until its own is better. */
    private void publishEpoch(TrainingRun run) {
        Optional<ModelSnapshot> best = run.best();
        best.ifPresent(found -> out.best.put(best));
        boolean isBest = best.isPresent() && best.get().progress().equals(run.progress());
        out.epoch.put(isBest ? best : Optional.of(run.lightSnapshot()));
    }

    /** The divergence first, so that a reader never meets a loss whose divergence is still to come. */
    private void validated(double epoch, double loss, double kl, boolean variational) {
        if (variational) {
            out.log.validationKl().append(epoch, kl);
        }
        out.log.validation().append(epoch, loss);
    }

    private static int samplePeriod(TrainingRun run) {
        return Math.max(LEAST_BATCHES_BETWEEN_SAMPLES, run.batchesPerEpoch() / SAMPLES_PER_EPOCH);
    }

    private void publish(TrainingRun run, FrameMaker frames) {
        out.frame.put(Optional.of(frames.frame()));
        out.snapshot.put(Optional.of(run.snapshot()));
    }

    /** Where somebody has pressed pause meanwhile it is paused already, and stays so. */
    private void leavePreparation() {
        Phase first = begin == Begin.PAUSED ? Phase.PAUSED : Phase.RUNNING;
        TrainingState old = out.state.get();
        while (old.generation() == generation
                && old.phase() == Phase.PREPARING
                && !out.state.replace(old, old.in(first, ""))) {
            old = out.state.get();
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
