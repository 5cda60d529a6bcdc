package hourglass.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Worker;
import hourglass.session.run.Phase;
import hourglass.session.run.RunObserver;
import hourglass.session.run.TrainingService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A trainer and a disk thread, for tests of what is kept. */
public final class RunScene implements AutoCloseable {
    public final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    public final Worker trainer = worker("trainer");
    public final Worker io = worker("io");
    public final DataSet data = Families.spots();
    public final TrainingService training;
    /** Who is told of what is learnt; may be changed while nothing trains. */
    public volatile RunObserver observer = RunObserver.NONE;

    public RunScene() {
        NetworkFactory networks = Engines.networks();
        training = new TrainingService(
                trainer, () -> networks, Runnable::run, (run, moment) -> observer.after(run, moment));
    }

    private Worker worker(String name) {
        return new Worker(name, Thread.NORM_PRIORITY, (thread, error) -> escaped.add(error));
    }

    /** An epoch of a single batch, for speed. */
    public static Experiment dense(int epochs) {
        Experiment base = epochs(Families.all().findFirst().orElseThrow().experiment(), epochs);
        return base.withTraining(base.training().withBatchSize(128));
    }

    public static Experiment epochs(Experiment experiment, int epochs) {
        return experiment.withTraining(experiment.training().withEpochs(epochs));
    }

    public static void until(BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            patience.lasts();
            LockSupport.parkNanos(200_000);
            if (Thread.interrupted()) {
                throw new AssertionError("did not happen in time");
            }
        }
    }

    public void untilPhase(Phase phase) {
        until(() -> training.state().phase() == phase);
    }

    /** Until the trainer has told all, and the disk thread has done all that was asked of it. */
    public void untilWritten() {
        if (!training.state().phase().isActive()) {
            CountDownLatch told = new CountDownLatch(1);
            trainer.execute(told::countDown);
            until(() -> told.getCount() == 0);
        }
        CountDownLatch done = new CountDownLatch(1);
        io.execute(done::countDown);
        until(() -> done.getCount() == 0);
    }

    /** One more epoch of a paused run. */
    public void epoch() {
        int epochs = epochs();
        int batch = training.state().experiment().training().batchSize();
        int steps = (data.train().size() + batch - 1) / batch;
        for (int i = 0; i < steps; i++) {
            int before = training.log().training().size();
            training.stepOnce();
            until(() -> training.log().training().size() > before);
        }
        until(() -> epochs() > epochs);
    }

    private int epochs() {
        return training.lastEpoch().map(last -> last.progress().epochs()).orElse(-1);
    }

    @Override
    public void close() {
        training.stop();
        trainer.close(Duration.ofSeconds(5));
        io.close(Duration.ofSeconds(5));
        assertEquals(List.of(), escaped);
    }
}
