package hourglass.session.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FailingOps;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelStore;
import hourglass.session.run.Phase;
import hourglass.testing.Families;
import hourglass.testing.Families.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The moments at which a run is kept, for every family, and the best epoch beside the last. */
@Timeout(60)
class AutosaveMomentsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final RecoveryScene scene = new RecoveryScene();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Family> families() {
        return Families.all();
    }

    private AutosaveService start(String name, FileOps ops) {
        return new AutosaveService(folder, name, "test", scene.io, scene.training, ops);
    }

    private AutosaveService start(String name) {
        return start(name, FileOps.system());
    }

    private Path newest() {
        return folder.resolve("1/autosave-1.safetensors");
    }

    private Path best() {
        return folder.resolve("1/best.safetensors");
    }

    private static ModelSnapshot read(Path file) throws IOException {
        return new ModelStore("test").open(file).snapshot();
    }

    private long iteration() throws IOException {
        return read(newest()).progress().iteration();
    }

    private AutosaveService.Found found(String start) {
        AutosaveService next = start(start);
        next.look();
        scene.untilWritten();
        return next.found().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("families")
    void eachMinuteEachEpochAndEachStandstillAreKept(Family family) throws Exception {
        AutosaveService service = start("1");
        // Endless, so that the test alone decides when it stands.
        scene.training.start(RecoveryScene.epochs(family.experiment(), 10_000), scene.data);
        RecoveryScene.until(
                () -> scene.training.frame().map(f -> f.progress().epochs()).orElse(0) > 1);
        service.tick(100 * SECOND);
        written();
        long first = iteration();
        int epochs = scene.training.frame().orElseThrow().progress().epochs();
        RecoveryScene.until(
                () -> scene.training.frame().orElseThrow().progress().epochs() > epochs);
        service.tick(101 * SECOND);
        scene.untilWritten();
        assertEquals(first, iteration(), "epochs of a moment are not each written");
        service.tick(106 * SECOND);
        written();
        long second = iteration();
        assertTrue(second > first, "an epoch has passed");
        service.tick(167 * SECOND);
        written();
        assertTrue(iteration() > second, "a minute has passed");

        scene.training.pause();
        scene.untilPhase(Phase.PAUSED);
        service.tick(168 * SECOND);
        written();
        long paused = iteration();
        service.tick(169 * SECOND);
        scene.untilWritten();
        assertEquals(paused, iteration(), "nothing has changed");
        scene.training.stepOnce();
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        service.tick(170 * SECOND);
        written();
        assertEquals(scene.training.snapshot().orElseThrow(), read(newest()));
        assertTrue(read(newest()).optimiser().isPresent(), "it can be gone on from exactly");
        assertEquals(read(newest()), found("2").snapshot());
    }

    /** The trainer hands over between two batches, then the disk thread writes. */
    private void written() {
        RecoveryScene.until(() -> Files.exists(newest()));
        boolean active = scene.training.state().phase().isActive();
        if (active) {
            java.util.concurrent.CountDownLatch handed = new java.util.concurrent.CountDownLatch(1);
            scene.training.capture(snapshot -> handed.countDown());
            RecoveryScene.until(() -> handed.getCount() == 0);
        }
        scene.untilWritten();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRunThatFailsIsKeptWithItsLastGoodWeights(Family family) throws Exception {
        AutosaveService service = start("1");
        scene.training.startPaused(family.experiment(), scene.data);
        scene.untilPhase(Phase.PAUSED);
        scene.epoch();
        scene.training.learningRate(1000);
        scene.training.resume();
        scene.untilPhase(Phase.FAILED);
        service.tick(SECOND);
        scene.untilWritten();
        assertEquals(scene.training.snapshot().orElseThrow(), read(newest()));
        assertTrue(read(newest()).parameters().isFinite());
        assertEquals(1, read(newest()).progress().epochs());
    }

    @ParameterizedTest
    @MethodSource("families")
    void closingWhileItTrainsKeepsIt(Family family) throws Exception {
        AutosaveService service = start("1");
        scene.training.start(RecoveryScene.epochs(family.experiment(), 10_000), scene.data);
        RecoveryScene.until(() -> scene.training.log().training().size() > 3);
        service.save();
        scene.training.stop();
        scene.trainer.finish(java.time.Duration.ofSeconds(10));
        scene.untilWritten();
        assertTrue(iteration() > 3);
    }

    @Test
    void theBestEpochIsKeptBesideTheLastAndOffered() throws Exception {
        AutosaveService service = start("1");
        ModelSnapshot best = spoilAfterGoodEpochs();
        service.tick(SECOND);
        scene.untilWritten();
        assertEquals(best, read(best()));
        assertNotEquals(best.parameters(), read(newest()).parameters());
        AutosaveService.BestEpoch offered = found("2").best().orElseThrow();
        assertEquals(best(), offered.file());
        assertEquals(best.progress().epochs(), offered.epochs());
    }

    /** Some good epochs, then one with a learning rate that unlearns; gives the best of them. */
    private ModelSnapshot spoilAfterGoodEpochs() {
        Experiment experiment = RecoveryScene.dense(50);
        scene.training.startPaused(experiment.withTraining(experiment.training().withLearningRate(0.02)), scene.data);
        scene.untilPhase(Phase.PAUSED);
        for (int epoch = 0; epoch < 30; epoch++) {
            scene.epoch();
        }
        ModelSnapshot best = scene.training.best().orElseThrow();
        scene.training.learningRate(0.9);
        scene.epoch();
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        assertEquals(best, scene.training.best().orElseThrow());
        return best;
    }

    @Test
    void aRunGoneOnWithKeepsItsBestEpochAndAFreshOneForgetsIt() throws Exception {
        AutosaveService service = start("1");
        ModelSnapshot best = spoilAfterGoodEpochs();
        ModelSnapshot last = scene.training.snapshot().orElseThrow();
        Experiment calm =
                RecoveryScene.epochs(Families.all().findFirst().orElseThrow().experiment(), 50);
        scene.training.resumePausedFrom(last, calm, scene.data);
        scene.untilPhase(Phase.PAUSED);
        assertEquals(best, scene.training.best().orElseThrow());
        scene.training.stepOnce();
        RecoveryScene.until(() -> scene.training.log().training().size() == 1);
        service.save();
        written();
        assertEquals(best, read(best()));

        scene.training.startPaused(calm.withSeed(9), scene.data);
        scene.untilPhase(Phase.PAUSED);
        assertEquals(Optional.empty(), scene.training.best());
        scene.training.stepOnce();
        RecoveryScene.until(() -> scene.training.log().training().size() == 1);
        service.save();
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        scene.untilWritten();
        assertFalse(Files.exists(best()), "it is not of this run");
        assertEquals(9, read(newest()).experiment().seed());
    }

    @Test
    void theBestEpochThatIsTheLastIsNotOfferedTwice() {
        AutosaveService service = start("1");
        scene.training.startPaused(RecoveryScene.dense(50), scene.data);
        scene.untilPhase(Phase.PAUSED);
        scene.epoch();
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        service.tick(SECOND);
        scene.untilWritten();
        assertEquals(Optional.empty(), found("2").best());
    }

    @Test
    void whatTheUserSavedOrDismissedIsForgottenWithItsBest() throws Exception {
        AutosaveService service = start("1");
        spoilAfterGoodEpochs();
        service.tick(SECOND);
        scene.untilWritten();
        service.clear();
        scene.untilWritten();
        assertFalse(Files.exists(folder.resolve("1")));
        service.save();
        scene.untilWritten();
        assertTrue(Files.exists(best()), "it is kept anew");
        AutosaveService next = start("2");
        next.look();
        scene.untilWritten();
        next.dismiss(next.found().orElseThrow());
        scene.untilWritten();
        assertFalse(Files.exists(folder.resolve("1")));
    }

    @Test
    void aFailingDiskNeverLosesWhatWasKept() throws Exception {
        AutosaveService good = start("1");
        ModelSnapshot best = spoilAfterGoodEpochs();
        good.save();
        scene.untilWritten();
        ModelSnapshot last = scene.training.snapshot().orElseThrow();
        for (int n = 1; ; n++) {
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call >= failing, "No space left on device");
            AutosaveService service = start("1", ops);
            service.save();
            scene.untilWritten();
            assertEquals(last, found("2").snapshot());
            assertEquals(best, read(found("2").best().orElseThrow().file()));
            if (ops.calls.size() < n) {
                break;
            }
        }
        assertEquals(0, scene.escaped.size());
    }
}
