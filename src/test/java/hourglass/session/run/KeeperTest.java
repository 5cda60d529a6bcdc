package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FailingOps;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelStore;
import hourglass.testing.Families;
import hourglass.testing.Families.Family;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept and when, what the next start is offered, and what no start touches. No window and no clock. */
@Timeout(60)
class KeeperTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final RunScene scene = new RunScene();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> complaints = new ArrayList<>();
    private final List<Keeper> starts = new ArrayList<>();

    @AfterEach
    void close() {
        starts.forEach(Keeper::close);
        scene.close();
    }

    static Stream<Family> families() {
        return Families.all();
    }

    private Keeper start(String name, FileOps ops, long mostBytes) {
        Keeper keeper = new Keeper(
                new Keeper.Home(folder, name, "test", mostBytes), scene.io, complaints::add, ops, nanos::get);
        starts.add(keeper);
        return keeper;
    }

    private Keeper start(String name) {
        return start(name, FileOps.system(), Keeper.MOST_BYTES);
    }

    /** One that trains. */
    private Keeper training(String name) {
        Keeper keeper = start(name);
        scene.observer = keeper;
        return keeper;
    }

    /** As if the start had been killed: its lock is free, nothing else of it ends. */
    private void end(Keeper keeper) {
        starts.remove(keeper);
        keeper.close();
        scene.untilWritten();
    }

    private List<KeptWork> offered(String name) {
        Keeper next = start(name);
        next.look();
        scene.untilWritten();
        List<KeptWork> works = next.shelf().works();
        end(next);
        return works;
    }

    private static ModelSnapshot read(Path file) {
        try {
            return new ModelStore("test").open(file).snapshot();
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private ModelSnapshot last() {
        return scene.training.snapshot().orElseThrow();
    }

    private Path file(Keeper keeper) {
        return keeper.file(last().run());
    }

    private long iteration(Keeper keeper) {
        return read(file(keeper)).progress().iteration();
    }

    private void paused(Experiment experiment) {
        scene.training.startPaused(experiment, scene.data);
        scene.untilPhase(Phase.PAUSED);
        RunScene.until(() -> scene.training.snapshot().isPresent());
    }

    /** One batch of a paused run, and until all is written. */
    private void batch() {
        int before = scene.training.log().training().size();
        scene.training.stepOnce();
        RunScene.until(() -> scene.training.log().training().size() > before);
        settled();
    }

    private void settled() {
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

    private void stopped() {
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        scene.untilWritten();
    }

    @ParameterizedTest
    @MethodSource("families")
    void eachWishEachEpochEachPauseAndEachEndAreKept(Family family) {
        Keeper keeper = training("1");
        // Endless, so that the test alone decides when it stands.
        scene.training.start(RunScene.epochs(family.experiment(), 10_000), scene.data);
        RunScene.until(() -> scene.training.best().isPresent());
        RunScene.until(() -> Files.exists(file(keeper)));
        settled();
        long first = iteration(keeper);
        keeper.wish();
        settled();
        settled();
        long second = iteration(keeper);
        assertTrue(second > first, "it was wished for");
        nanos.addAndGet(6 * SECOND);
        int epochs = scene.training.lastEpoch().orElseThrow().progress().epochs();
        RunScene.until(() -> scene.training.lastEpoch().orElseThrow().progress().epochs() > epochs + 1);
        settled();
        assertTrue(iteration(keeper) > second, "an epoch has passed");
        scene.training.pause();
        scene.untilPhase(Phase.PAUSED);
        settled();
        RunScene.until(() -> iteration(keeper) == last().progress().iteration());
        scene.training.stepOnce();
        stopped();
        assertEquals(last(), read(file(keeper)));
        assertTrue(read(file(keeper)).optimiser().isPresent(), "it can be gone on from exactly");
        assertEquals(Keeper.State.KEPT, keeper.state(last()));
        end(keeper);
        assertEquals(last().progress(), offered("2").get(0).progress());
    }

    @Test
    void epochsOfAMomentAreNotEachWritten() {
        Keeper keeper = training("1");
        scene.training.start(RunScene.dense(40), scene.data);
        RunScene.until(() -> scene.training
                .lastEpoch()
                .filter(epoch -> epoch.progress().epochs() > 20)
                .isPresent());
        scene.untilPhase(Phase.COMPLETED);
        scene.untilWritten();
        Path before = file(keeper).resolveSibling(last().run().text() + ".before.safetensors");
        assertEquals(1, read(before).progress().epochs(), "the first, then for five seconds none");
        assertEquals(40, read(file(keeper)).progress().epochs(), "and the end");
    }

    @Test
    void nothingIsKeptOfANetworkThatLearntNothing() throws IOException {
        Keeper keeper = training("1");
        paused(RunScene.dense(3));
        keeper.wish();
        stopped();
        assertFalse(Files.exists(folder.resolve("1")));
        assertEquals(Keeper.State.UNSAVED, keeper.state(last()));
    }

    @Test
    void aRunGoneOnWithIsKeptOnlyOnceItLearnsMore() {
        training("1");
        paused(RunScene.dense(9));
        scene.epoch();
        stopped();
        ModelSnapshot opened = last();
        Keeper second = training("2");
        scene.training.resumePausedFrom(opened, opened.experiment(), scene.data);
        scene.untilPhase(Phase.PAUSED);
        settled();
        assertFalse(Files.exists(second.file(opened.run())));
        batch();
        assertEquals(opened.progress().iteration() + 1, iteration(second));
        assertEquals(opened.run(), last().run());
    }

    @Test
    void anotherRunLeavesTheOneBeforeKept() {
        Keeper keeper = training("1");
        paused(RunScene.dense(9));
        batch();
        ModelSnapshot first = last();
        stopped();
        paused(RunScene.dense(9).withSeed(8));
        batch();
        stopped();
        assertNotEquals(first.run(), last().run());
        end(keeper);
        assertEquals(
                List.of(8L, 7L),
                offered("2").stream().map(work -> work.experiment().seed()).toList(),
                "newest first");
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRunThatFailsIsKeptWithItsLastGoodWeights(Family family) {
        Keeper keeper = training("1");
        paused(family.experiment());
        scene.epoch();
        scene.training.learningRate(1000);
        scene.training.resume();
        scene.untilPhase(Phase.FAILED);
        scene.untilWritten();
        assertEquals(last(), read(file(keeper)));
        assertTrue(read(file(keeper)).parameters().isFinite());
    }

    /** Some good epochs, then one with a learning rate that unlearns; gives the best of them. */
    private ModelSnapshot spoilAfterGoodEpochs() {
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

    @Test
    void theBestEpochIsKeptBesideTheLastAndOffered() {
        Keeper keeper = training("1");
        ModelSnapshot best = spoilAfterGoodEpochs();
        Path file = file(keeper);
        end(keeper);
        KeptWork work = offered("2").get(0);
        assertEquals(file, work.file());
        assertEquals(best, read(work.best().orElseThrow().file()));
        assertEquals(best.progress().epochs(), work.best().orElseThrow().epochs());
        assertNotEquals(best.parameters(), read(work.file()).parameters());
    }

    @Test
    void theBestEpochThatIsTheLastIsNotOfferedTwice() {
        Keeper keeper = training("1");
        paused(RunScene.dense(50));
        scene.epoch();
        stopped();
        end(keeper);
        assertEquals(Optional.empty(), offered("2").get(0).best());
    }

    @Test
    void whatWasSavedIsNotKeptAgainAndNothingElseIsTouched() {
        Keeper keeper = training("1");
        paused(RunScene.dense(9));
        batch();
        ModelSnapshot other = last();
        stopped();
        paused(RunScene.dense(9).withSeed(8));
        batch();
        keeper.saved(last());
        settled();
        assertEquals(Keeper.State.SAVED, keeper.state(last()));
        assertEquals(Keeper.State.KEPT, keeper.state(other));
        assertFalse(Files.exists(file(keeper)));
        stopped();
        assertFalse(Files.exists(file(keeper)), "saved, so not kept at the end");
        ModelSnapshot saved = last();
        end(keeper);
        List<KeptWork> left = offered("2");
        assertEquals(List.of(other.run()), left.stream().map(KeptWork::run).toList());
        assertNotEquals(saved.run(), other.run());
    }

    @Test
    void anEarlierMomentThatWasSavedLeavesTheLaterOneUnsaved() {
        Keeper keeper = training("1");
        paused(RunScene.dense(9));
        batch();
        ModelSnapshot early = last();
        batch();
        keeper.saved(early);
        settled();
        assertEquals(Keeper.State.SAVED, keeper.state(early));
        assertEquals(Keeper.State.KEPT, keeper.state(last()));
        assertEquals(last(), read(file(keeper)));
    }

    @Test
    void whatIsBroughtBackStaysUntilItIsSavedOrForgotten() {
        Keeper first = training("1");
        paused(RunScene.dense(9));
        batch();
        stopped();
        ModelSnapshot kept = last();
        end(first);
        Keeper second = start("2");
        second.look();
        scene.untilWritten();
        KeptWork work = second.shelf().works().get(0);
        assertEquals(Keeper.State.OFFERED, second.state(kept));
        List<ModelSnapshot> brought = new ArrayList<>();
        second.read(work, brought::add);
        scene.untilWritten();
        assertEquals(List.of(kept), brought);
        end(second);

        Keeper third = start("3");
        third.look();
        scene.untilWritten();
        assertEquals(1, third.shelf().works().size());
        third.saved(kept);
        scene.untilWritten();
        assertEquals(List.of(), third.shelf().works());
        end(third);
        assertEquals(List.of(), offered("4"));
        assertFalse(Files.exists(folder.resolve("1")));
    }

    @Test
    void forgettingRemovesOneAndLeavesTheOthers() {
        Keeper first = training("1");
        paused(RunScene.dense(9));
        batch();
        stopped();
        paused(RunScene.dense(9).withSeed(8));
        batch();
        stopped();
        ModelSnapshot last = last();
        end(first);
        Keeper second = start("2");
        second.look();
        scene.untilWritten();
        second.forget(second.shelf().works().get(0));
        scene.untilWritten();
        assertEquals(Keeper.State.FORGOTTEN, second.state(last));
        assertEquals(1, second.shelf().works().size());
        assertEquals(7, second.shelf().works().get(0).experiment().seed());
    }

    @Test
    void twoStartsSideBySideNeverSeeEachOthersLiveWork() {
        Keeper first = training("1");
        paused(RunScene.dense(9));
        batch();
        Keeper second = start("2");
        second.look();
        scene.untilWritten();
        assertEquals(List.of(), second.shelf().works());
        assertEquals(List.of(), second.shelf().troubles());
        second.saved(last());
        scene.untilWritten();
        assertTrue(Files.exists(file(first)), "another start's");
        end(second);
        assertTrue(Files.exists(file(first)));
    }

    @Test
    void aDamagedStateGivesWayToTheOneBeforeAndIsLeftAndSaid() throws IOException {
        Keeper first = training("1");
        paused(RunScene.dense(9));
        batch();
        batch();
        stopped();
        Path newest = file(first);
        end(first);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        Keeper next = start("2");
        next.look();
        scene.untilWritten();
        KeptWork work = next.shelf().works().get(0);
        assertEquals(1, work.progress().iteration());
        assertTrue(next.shelf().troubles().get(0).contains(newest.toString()));
        assertTrue(Files.exists(newest));
    }

    /** As homes of earlier versions are: three states and the best in the oldest folder, rubbish in the newer ones. */
    @Test
    void anOlderHomeIsOfferedHoweverManyEmptyFoldersAreNewer() throws IOException {
        paused(RunScene.dense(9));
        List<ModelSnapshot> states = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            scene.epoch();
            states.add(scene.training.lastEpoch().orElseThrow());
        }
        stopped();
        Path good = Files.createDirectories(folder.resolve("1795810000000-1"));
        for (int i = 0; i < 3; i++) {
            saveWithoutRun(good.resolve("autosave-" + (3 - i) + ".safetensors"), states.get(i));
        }
        saveWithoutRun(good.resolve("best.safetensors"), states.get(1));
        for (int i = 1; i <= 3; i++) {
            Path empty = Files.createDirectories(folder.resolve("179581" + i + "100000-" + i));
            Files.write(empty.resolve(".hourglass-" + i + "-abc.tmp"), new byte[9]);
        }
        Keeper next = start("1795820000000-1");
        next.look();
        scene.untilWritten();
        assertEquals(1, next.shelf().works().size(), "one training, not four");
        KeptWork work = next.shelf().works().get(0);
        assertEquals(3, work.progress().epochs());
        assertEquals(2, work.best().orElseThrow().epochs());
        assertEquals(List.of(), next.shelf().troubles());
        assertTrue(Files.exists(good.resolve("autosave-1.safetensors")));
        assertFalse(Files.exists(folder.resolve("1795813100000-3")), "nothing is in it");
        next.saved(read(work.file()));
        scene.untilWritten();
        assertEquals(List.of(), next.shelf().works());
    }

    private static void saveWithoutRun(Path file, ModelSnapshot snapshot) throws IOException {
        // The run's name is written as one made of content would be read: files of then have none.
        ModelSnapshot then = new ModelSnapshot(
                new hourglass.engine.model.RunId(
                        "file-" + snapshot.progress().epochs() + file.hashCode() % 97 * file.hashCode() % 97),
                snapshot.experiment(),
                snapshot.progress(),
                snapshot.parameters(),
                snapshot.optimiser(),
                snapshot.history());
        new ModelStore("then").save(file, then);
    }

    @Test
    void whereThereIsNoRoomTheLeastWorkGoesFirstAndNeverTheNewest() {
        Keeper first = training("1");
        paused(RunScene.dense(9));
        scene.epoch();
        scene.epoch();
        stopped();
        ModelSnapshot much = last();
        paused(RunScene.dense(9).withSeed(8));
        batch();
        stopped();
        end(first);
        long all = start("2").shelf().bytes();
        assertEquals(0, all, "not looked yet");
        Keeper roomy = starts.get(starts.size() - 1);
        roomy.look();
        scene.untilWritten();
        all = roomy.shelf().bytes();
        end(roomy);
        Keeper tight = start("3", FileOps.system(), all - 1);
        tight.look();
        scene.untilWritten();
        assertEquals(
                List.of(much.run()),
                tight.shelf().works().stream().map(KeptWork::run).toList());
        assertTrue(tight.shelf().bytes() < all);
    }

    @Test
    void aFailingDiskIsSaidOnceNeverLosesWhatWasKeptAndIsTriedAgain() {
        training("1");
        ModelSnapshot best = spoilAfterGoodEpochs();
        ModelSnapshot last = last();
        end(starts.get(0));
        for (int n = 1; ; n++) {
            assertTrue(n < 400, "no end");
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call >= failing, "No space left on device");
            complaints.clear();
            Keeper keeper = start("1", ops, Keeper.MOST_BYTES);
            scene.observer = keeper;
            scene.training.resumePausedFrom(last, last.experiment(), scene.data);
            scene.untilPhase(Phase.PAUSED);
            settled();
            // As many steps as the kept state has, so that it is written.
            batch();
            keeper.wish();
            keeper.wish();
            scene.untilWritten();
            stopped();
            boolean failed = keeper.isFailing();
            assertEquals(failed ? 1 : 0, complaints.size(), complaints.toString());
            end(keeper);
            KeptWork work = offered("2").get(0);
            assertTrue(
                    work.progress().iteration() >= last.progress().iteration(),
                    work.progress().toString());
            assertEquals(best, read(work.best().orElseThrow().file()));
            if (!failed) {
                break;
            }
        }
        assertEquals(0, scene.escaped.size());
    }

    @Test
    void aDiskThatHasRoomAgainIsWrittenToWithTheNextWish() {
        boolean[] full = {true};
        FailingOps ops = new FailingOps((call, operation) -> full[0], "No space left on device");
        Keeper keeper = start("1", ops, Keeper.MOST_BYTES);
        scene.observer = keeper;
        paused(RunScene.dense(9));
        batch();
        assertEquals(Keeper.State.UNSAVED, keeper.state(last()));
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("the disk is full"), complaints.get(0));
        full[0] = false;
        keeper.wish();
        settled();
        assertEquals(Keeper.State.KEPT, keeper.state(last()));
        assertFalse(keeper.isFailing());
    }

    @Test
    void aFolderThatCannotBeReadIsLeftAndSaid() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("0"));
        Files.createDirectories(closed.resolve("lock"));
        Keeper next = start("2");
        next.look();
        scene.untilWritten();
        assertEquals(1, next.shelf().troubles().size());
        assertTrue(next.shelf().troubles().get(0).contains(closed.toString()));
        assertTrue(Files.exists(closed));
    }
}
