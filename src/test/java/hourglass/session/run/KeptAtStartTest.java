package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FailingOps;
import hourglass.engine.store.FileOps;
import hourglass.engine.store.ModelStore;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the next start is offered, and what no start touches. */
class KeptAtStartTest extends KeeperScene {
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
