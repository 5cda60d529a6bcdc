package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.NetworkFactory;
import hourglass.session.concurrent.Worker;
import hourglass.testing.Engines;
import hourglass.testing.ExpectedLog;
import hourglass.testing.Patience;
import hourglass.testing.SmallData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainingServiceTest {
    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Worker worker = new Worker("trainer", Thread.NORM_PRIORITY, (name, error) -> escaped.add(error));
    private final NetworkFactory networks = Engines.networks();
    private final TrainingService service = new TrainingService(worker, () -> networks);
    private final DataSet data = SmallData.garments();

    @AfterEach
    void close() {
        service.stop();
        assertTrue(worker.close(java.time.Duration.ofSeconds(5)), "the trainer ends");
        assertEquals(List.of(), escaped);
    }

    private static void until(BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            patience.lasts();
            Thread.onSpinWait();
        }
    }

    private void untilPhase(Phase phase) {
        until(() -> service.state().phase() == phase);
    }

    @Test
    void aRunCompletesWithEveryLossAndAFullSnapshot() {
        Experiment experiment = SmallData.dense(data, 2);
        service.start(experiment, data);
        untilPhase(Phase.COMPLETED);
        assertEquals(2 * 19, service.log().training().size());
        assertEquals(2, service.snapshot().orElseThrow().history().size());
        assertTrue(service.snapshot().orElseThrow().optimiser().isPresent());
        assertEquals(2.0, service.frame().orElseThrow().epoch());
        LossLog validation = service.log().validation();
        assertEquals(
                service.snapshot().orElseThrow().history().get(1).validationLoss(),
                validation.loss(validation.size() - 1));
    }

    @Test
    void theSameSeedDrawsTheSameCurveNumberForNumber() {
        Experiment experiment = SmallData.dense(data, 1);
        service.start(experiment, data);
        untilPhase(Phase.COMPLETED);
        LossLog first = service.log().training();
        service.start(experiment, data);
        until(() -> service.state().generation() == 2 && service.state().phase() == Phase.COMPLETED);
        LossLog second = service.log().training();
        assertEquals(first.size(), second.size());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.loss(i), second.loss(i));
        }
    }

    @Test
    void pausedItStandsStillAndOneBatchIsOneBatch() {
        service.startPaused(SmallData.dense(data, 50), data);
        untilPhase(Phase.PAUSED);
        assertEquals(0, service.log().training().size());
        service.stepOnce();
        until(() -> service.log().training().size() == 1
                && service.frame().orElseThrow().progress().iteration() == 1);
        service.stepOnce();
        until(() -> service.log().training().size() == 2);
        assertEquals(Phase.PAUSED, service.state().phase());
        service.resume();
        until(() -> service.log().training().size() > 10);
        service.pause();
        assertEquals(Phase.PAUSED, service.state().phase());
    }

    @Test
    void stopKeepsTheWeights() {
        service.start(SmallData.dense(data, 10_000), data);
        until(() -> service.log().training().size() > 5);
        service.stop();
        untilPhase(Phase.STOPPED);
        assertTrue(service.snapshot().orElseThrow().progress().iteration() > 5);
        assertTrue(service.snapshot().orElseThrow().optimiser().isPresent());
    }

    @Test
    void stopWorksWhilePaused() {
        service.startPaused(SmallData.dense(data, 5), data);
        untilPhase(Phase.PAUSED);
        service.stop();
        untilPhase(Phase.STOPPED);
    }

    @Test
    void aNewRunReplacesTheOneUnderWay() {
        service.start(SmallData.dense(data, 10_000), data);
        until(() -> service.log().training().size() > 0);
        service.start(SmallData.dense(data, 1).withSeed(8), data);
        until(() -> service.state().phase() == Phase.COMPLETED);
        assertEquals(2, service.state().generation());
        assertEquals(8, service.snapshot().orElseThrow().experiment().seed());
        assertEquals(19, service.log().training().size());
    }

    @Test
    void aDivergingRunFailsWithASentenceAndKeepsItsWeights() {
        Experiment base = SmallData.dense(data, 1);
        service.start(base.withTraining(base.training().withLearningRate(1000)), data);
        untilPhase(Phase.FAILED);
        assertTrue(
                service.state().message().startsWith("Training diverged at step "),
                service.state().message());
        assertTrue(service.snapshot().orElseThrow().parameters().isFinite());
    }

    @Test
    void aFactoryThatFailsBecomesAFailedRun() {
        TrainingService broken = new TrainingService(worker, () -> {
            throw new IllegalStateException("no native library for this machine");
        });
        try (ExpectedLog log = ExpectedLog.of(RunLoop.class)) {
            broken.start(SmallData.dense(data, 1), data);
            until(() -> broken.state().phase() == Phase.FAILED);
            log.assertSaid("no native library");
        }
        assertEquals("no native library for this machine.", broken.state().message());
    }

    @Test
    void aPauseWhileTheNetworkIsStillMadeHolds() {
        CountDownLatch wanted = new CountDownLatch(1);
        TrainingService slow = new TrainingService(worker, () -> {
            until(() -> wanted.getCount() == 0);
            return networks;
        });
        slow.start(SmallData.dense(data, 50), data);
        slow.pause();
        wanted.countDown();
        slow.stepOnce();
        until(() -> slow.log().training().size() == 1);
        assertEquals(Phase.PAUSED, slow.state().phase());
        slow.stop();
        until(() -> slow.state().phase() == Phase.STOPPED);
    }

    @Test
    void aLearningRateChangedOnTheWayIsMarked() {
        service.startPaused(SmallData.dense(data, 5), data);
        untilPhase(Phase.PAUSED);
        service.learningRate(0.01);
        service.stepOnce();
        until(() -> service.log().rateChanges().size() == 1);
        assertEquals(0.01, service.log().rateChanges().get(0).learningRate());
        until(() -> service.state().experiment().training().learningRate() == 0.01);
        assertFalse(service.state().phase() == Phase.FAILED);
    }

    @Test
    void oneBatchAskedForBeforeTheNetworkIsReadyIsOneBatch() {
        service.startPaused(SmallData.dense(data, 50), data);
        service.stepOnce();
        until(() -> service.log().training().size() == 1);
        untilPhase(Phase.PAUSED);
        service.stepOnce();
        until(() -> service.log().training().size() == 2);
        assertEquals(Phase.PAUSED, service.state().phase());
    }

    @Test
    void aPausedRunHandsOverEverythingAndFewerEpochsEndIt() {
        service.startPaused(SmallData.dense(data, 50), data);
        service.stepOnce();
        List<ModelSnapshot> taken = new CopyOnWriteArrayList<>();
        service.capture(taken::add);
        service.capture(taken::add);
        until(() -> taken.size() == 2);
        assertTrue(taken.get(1).optimiser().isPresent());
        service.epochs(0);
        untilPhase(Phase.COMPLETED);
    }

    @Test
    void goingOnWithAnotherBatchSizeBeginsThePassAnew() {
        service.startPaused(SmallData.dense(data, 2), data);
        for (int i = 1; i <= 15; i++) {
            int expected = i;
            service.stepOnce();
            until(() -> service.log().training().size() == expected);
        }
        service.stop();
        untilPhase(Phase.STOPPED);
        ModelSnapshot from = service.snapshot().orElseThrow();
        Experiment base = from.experiment();
        service.resumeFrom(from, base.withTraining(base.training().withBatchSize(300)), data);
        until(() -> service.state().generation() == 2 && service.state().phase() == Phase.COMPLETED);
        assertEquals(2 * 2, service.log().training().size());
    }

    @Test
    void onlyLegalTransitionsAreAllowed() {
        assertTrue(Phase.RUNNING.allows(Phase.PAUSED));
        assertFalse(Phase.COMPLETED.allows(Phase.RUNNING));
        assertFalse(Phase.IDLE.allows(Phase.PAUSED));
        assertFalse(Phase.FAILED.allows(Phase.PAUSED));
    }
}
