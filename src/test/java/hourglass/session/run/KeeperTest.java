package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.testing.Families.Family;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept and when. */
class KeeperTest extends KeeperScene {
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
}
