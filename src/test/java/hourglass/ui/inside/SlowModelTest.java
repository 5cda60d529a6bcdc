package hourglass.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.train.Step;
import hourglass.engine.train.TrainingRun;
import hourglass.session.run.Phase;
import hourglass.testing.Engines;
import hourglass.testing.Patience;
import hourglass.testing.SmallData;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.inside.SlowModel.Stage;
import hourglass.ui.inside.SlowModel.Watched;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SlowModelTest {
    private final Queue<Runnable> soon = new ConcurrentLinkedQueue<>();

    /** As the clock of the window would. */
    private void until(Bench bench, BooleanSupplier condition) {
        Patience patience = new Patience();
        while (!condition.getAsBoolean()) {
            for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
                task.run();
            }
            bench.model.tick();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            patience.lasts();
        }
    }

    private Watched watched(Bench bench) {
        until(bench, () -> bench.model.slow().watchedProperty().get().isPresent());
        return bench.model.slow().watchedProperty().get().orElseThrow();
    }

    @Test
    void aStagePassesEachSecondAndStepsByHand() {
        try (Bench bench = new Bench(Preset.DENSE_64, soon::add)) {
            bench.model.modeProperty().set(Mode.SLOW_MOTION);
            watched(bench);
            SlowModel slow = bench.model.slow();
            assertTrue(slow.playingProperty().get());
            assertEquals(Stage.FORWARD, slow.stageProperty().get());
            for (Stage stage : Stage.values()) {
                assertEquals(stage, slow.stageProperty().get());
                bench.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1010));
                bench.model.tick();
            }
            assertEquals(Stage.UPDATE, slow.stageProperty().get());
            assertFalse(slow.playingProperty().get());
            slow.to(SlowModel.Stage.FORWARD);
            slow.step();
            assertEquals(Stage.ERROR, slow.stageProperty().get());
        }
    }

    /** The numbers shown are those of the batch that the training then does, and it ends where it would have ended. */
    @Test
    void theTrainingWaitsAndGoesOnAsIfNobodyHadWatched() {
        Experiment experiment = SmallData.dense(SmallData.garments(), 1);
        try (Bench bench = new Bench(Preset.DENSE_64, soon::add)) {
            bench.training.startPaused(experiment, bench.data);
            until(bench, () -> bench.training.state().phase() == Phase.PAUSED);
            until(bench, () -> bench.training.snapshot().isPresent());
            bench.training.stepOnce();
            until(bench, () -> bench.training.log().training().size() == 1);
            until(
                    bench,
                    () -> bench.training.snapshot().orElseThrow().progress().batch() == 1);
            bench.show.training(bench.training.snapshot().orElseThrow());
            bench.model.modeProperty().set(Mode.SLOW_MOTION);
            Watched first = watched(bench);
            assertEquals(1, first.step().before().progress().batch());
            bench.model.slow().next();
            Watched second = watched(bench);
            assertEquals(2, second.step().before().progress().batch(), "the training did the batch that was watched");
            bench.model.modeProperty().set(Mode.WALK);
            bench.model.tick();
            bench.training.resume();
            until(bench, () -> bench.training.state().phase() == Phase.COMPLETED);
            ModelSnapshot end = bench.training.snapshot().orElseThrow();
            try (TrainingRun alone = TrainingRun.start(Engines.networks(), experiment, bench.data)) {
                alone.step();
                assertEquals(alone.step().loss(), first.step().step().loss());
                Step third = alone.step();
                assertEquals(third.loss(), second.step().step().loss());
                while (third.end() != Step.End.OF_EPOCH) {
                    third = alone.step();
                }
                assertEquals(alone.snapshot().parameters(), end.parameters(), "bit for bit");
            }
        }
    }

    @Test
    void aRunningTrainingIsPausedAndLetGoWhenNobodyLooks() {
        Experiment experiment = SmallData.dense(SmallData.garments(), 5000);
        try (Bench bench = new Bench(Preset.DENSE_64, soon::add)) {
            bench.training.start(experiment, bench.data);
            until(bench, () -> bench.training.snapshot().isPresent());
            bench.show.training(bench.training.snapshot().orElseThrow());
            bench.model.modeProperty().set(Mode.SLOW_MOTION);
            watched(bench);
            until(bench, () -> bench.training.state().phase() == Phase.PAUSED);
            bench.model.shownProperty().set(false);
            bench.model.tick();
            until(bench, () -> bench.training.state().phase() == Phase.RUNNING);
        }
    }

    @Test
    void aStageIsSaidWithTheNumbersOfTheBatch() {
        try (Bench bench = new Bench(Preset.VAE_2, soon::add)) {
            bench.model.modeProperty().set(Mode.SLOW_MOTION);
            Watched made = watched(bench);
            String said = SlowPane.slow(Stage.ERROR, made.step());
            assertTrue(said.contains("over 32 training images"), said);
            assertTrue(said.contains(Words.size(made.step().step().loss()) + " per pixel"), said);
            assertTrue(said.contains(Words.number(made.step().step().kl()) + " nats"), said);
            assertEquals("First of the batch", Words.title(made.first(), 0).get(0));
            assertEquals("1 Dense", SlowPane.layerName(made.first(), 0));
        }
    }
}
