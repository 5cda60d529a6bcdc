package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelStore;
import hourglass.testing.Families;
import hourglass.testing.Families.Family;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts that keep what is learnt in one folder, without a window and without a clock. */
@Timeout(60)
abstract class KeeperScene {
    static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    final RunScene scene = new RunScene();
    final AtomicLong nanos = new AtomicLong();
    final List<String> complaints = new ArrayList<>();
    final List<Keeper> starts = new ArrayList<>();

    @AfterEach
    void close() {
        starts.forEach(Keeper::close);
        scene.close();
    }

    static Stream<Family> families() {
        return Families.all();
    }

    Keeper start(String name, FileOps ops, long mostBytes) {
        Keeper keeper = new Keeper(
                new Keeper.Home(folder, name, "test", mostBytes), scene.io, complaints::add, ops, nanos::get);
        starts.add(keeper);
        return keeper;
    }

    Keeper start(String name) {
        return start(name, FileOps.system(), Keeper.MOST_BYTES);
    }

    /** One that trains. */
    Keeper training(String name) {
        Keeper keeper = start(name);
        scene.observer = keeper;
        return keeper;
    }

    /** As if the start had been killed: its lock is free, nothing else of it ends. */
    void end(Keeper keeper) {
        starts.remove(keeper);
        keeper.close();
        scene.untilWritten();
    }

    List<KeptWork> offered(String name) {
        Keeper next = start(name);
        next.look();
        scene.untilWritten();
        List<KeptWork> works = next.shelf().works();
        end(next);
        return works;
    }

    static ModelSnapshot read(Path file) {
        try {
            return new ModelStore("test").open(file).snapshot();
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    ModelSnapshot last() {
        return scene.training.snapshot().orElseThrow();
    }

    Path file(Keeper keeper) {
        return keeper.file(last().run());
    }

    long iteration(Keeper keeper) {
        return read(file(keeper)).progress().iteration();
    }

    void paused(Experiment experiment) {
        scene.training.startPaused(experiment, scene.data);
        scene.untilPhase(Phase.PAUSED);
        RunScene.until(() -> scene.training.snapshot().isPresent());
    }

    /** One batch of a paused run, and until all is written. */
    void batch() {
        int before = scene.training.log().training().size();
        scene.training.stepOnce();
        RunScene.until(() -> scene.training.log().training().size() > before);
        settled();
    }

    void settled() {
        if (scene.training.state().phase().isActive()) {
            // Served at the next turn of the loop, after which it has told of its pause.
            for (int turn = 0; turn < 2; turn++) {
                CountDownLatch handed = new CountDownLatch(1);
                scene.training.capture(snapshot -> handed.countDown());
                RunScene.until(() -> handed.getCount() == 0);
            }
        }
        scene.untilWritten();
    }

    void stopped() {
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        scene.untilWritten();
    }

    /** Some good epochs, then one with a learning rate that unlearns; gives the best of them. */
    ModelSnapshot spoilAfterGoodEpochs() {
        Experiment experiment = RunScene.dense(50);
        paused(experiment.withTraining(experiment.training().withLearningRate(0.02)));
        for (int epoch = 0; epoch < 30; epoch++) {
            scene.epoch();
        }
        ModelSnapshot best = scene.training.best().orElseThrow();
        scene.training.learningRate(0.9);
        scene.epoch();
        stopped();
        assertEquals(best, scene.training.best().orElseThrow());
        return best;
    }
}
