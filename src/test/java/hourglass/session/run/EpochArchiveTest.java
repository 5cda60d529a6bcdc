package hourglass.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Identity;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.FailingOps;
import hourglass.engine.store.FileOps;
import hourglass.testing.Families;
import hourglass.testing.Families.Family;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class EpochArchiveTest {
    @TempDir
    Path folder;

    private final RunScene scene = new RunScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private EpochArchive archive(FileOps ops, int epochs, long bytes) {
        return watching(new EpochArchive(folder, scene.io, ops, new EpochArchive.Limits(epochs, bytes)));
    }

    private EpochArchive watching(EpochArchive archive) {
        scene.observer = archive;
        return archive;
    }

    /** A run paused before its first batch, whose beginning is in the archive. */
    private void begin(Experiment experiment) {
        long before = scene.training.state().generation();
        scene.training.startPaused(experiment, scene.data);
        RunScene.until(() -> scene.training.state().generation() > before);
        scene.untilPhase(Phase.PAUSED);
        scene.untilWritten();
    }

    private ModelSnapshot oneEpoch() {
        Optional<ModelSnapshot> before = scene.training.lastEpoch();
        scene.epoch();
        RunScene.until(() -> !Identity.same(scene.training.lastEpoch(), before));
        // The archive is told after the mailbox; the next errand of the trainer comes after that.
        CountDownLatch told = new CountDownLatch(1);
        scene.training.capture(snapshot -> told.countDown());
        RunScene.until(() -> told.getCount() == 0);
        scene.untilWritten();
        return scene.training.lastEpoch().orElseThrow();
    }

    private ModelSnapshot opened(EpochArchive archive, int epoch) {
        archive.open(epoch);
        scene.untilWritten();
        return archive.opened().orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
    }

    static Stream<Family> families() {
        return Families.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyEpochOfEveryFamilyOpensAsItWas(Family family) {
        EpochArchive archive = watching(new EpochArchive(folder, scene.io));
        begin(family.experiment());
        Map<Integer, ModelSnapshot> was = new HashMap<>();
        was.put(0, scene.training.lastEpoch().orElseThrow());
        for (int epoch = 1; epoch <= 3; epoch++) {
            was.put(epoch, oneEpoch());
        }
        assertEquals(List.of(0, 1, 2, 3), archive.epochs());
        for (int epoch : new int[] {2, 0, 3, 1}) {
            assertEquals(was.get(epoch), opened(archive, epoch));
            assertEquals(epoch, archive.opened().orElseThrow().progress().epochs());
        }
    }

    @Test
    void ofManyAskedForAtOnceTheLastIsOpened() {
        EpochArchive archive = archive(FileOps.system(), 60, 1 << 30);
        begin(RunScene.dense(10));
        oneEpoch();
        ModelSnapshot second = oneEpoch();
        for (int i = 0; i < 50; i++) {
            archive.open(i % 2);
        }
        assertEquals(second, opened(archive, 2));
        archive.open(77);
        scene.untilWritten();
        assertEquals(second, archive.opened().orElseThrow());
    }

    @Test
    void anotherRunReplacesTheEpochsOfTheLast() throws IOException {
        EpochArchive archive = archive(FileOps.system(), 60, 1 << 30);
        begin(RunScene.dense(10));
        oneEpoch();
        oneEpoch();
        opened(archive, 1);
        begin(RunScene.dense(10).withSeed(8));
        assertEquals(List.of(0), archive.epochs());
        assertEquals(Optional.empty(), archive.opened());
        assertEquals(8, opened(archive, 0).experiment().seed());
        assertEquals(1, files().size());
    }

    @Test
    void moreEpochsThanThereIsRoomForAreThinnedEvenly() throws IOException {
        EpochArchive archive = archive(FileOps.system(), 5, 1 << 30);
        begin(RunScene.dense(100));
        for (int epoch = 1; epoch <= 16; epoch++) {
            oneEpoch();
            assertTrue(files().size() <= 5, files().toString());
        }
        List<Integer> kept = archive.epochs();
        assertEquals(5, kept.size());
        assertEquals(0, kept.get(0));
        assertEquals(16, kept.get(4));
        assertEquals(5, files().size());
        for (int epoch : kept) {
            assertEquals(epoch, opened(archive, epoch).progress().epochs());
        }
    }

    @Test
    void theBytesAreBoundedToo() throws IOException {
        EpochArchive archive = archive(FileOps.system(), 60, 40_000);
        begin(RunScene.dense(100));
        for (int epoch = 1; epoch <= 12; epoch++) {
            oneEpoch();
            long bytes = 0;
            for (Path file : files()) {
                bytes += Files.size(file);
            }
            assertTrue(bytes <= 45_000, bytes + " bytes");
        }
        assertTrue(archive.epochs().size() >= 3, archive.epochs().toString());
        assertTrue(archive.epochs().contains(12));
    }

    @Test
    void anEpochIsNeitherForcedToTheDiskNorReadBack() {
        FailingOps ops = new FailingOps((call, operation) -> false, "");
        EpochArchive archive = archive(ops, 60, 1 << 30);
        begin(RunScene.dense(10));
        oneEpoch();
        assertEquals(List.of(0, 1), archive.epochs());
        assertFalse(ops.calls.contains("force"), ops.calls.toString());
        assertFalse(ops.calls.contains("read"), ops.calls.toString());
    }

    @Test
    void firstAndLastStayAndTheGapsStayEven() {
        for (int most : new int[] {3, 7, 60}) {
            List<Integer> kept = new ArrayList<>();
            for (int epoch = 0; epoch <= 1000; epoch++) {
                kept.add(epoch);
                if (kept.size() > most) {
                    kept.remove((Integer) EpochArchive.victim(kept));
                }
                assertEquals(Math.min(most, epoch + 1), kept.size());
                assertEquals(0, kept.get(0));
                assertEquals(epoch, kept.get(kept.size() - 1));
            }
            int widest = 0;
            for (int i = 1; i < kept.size(); i++) {
                widest = Math.max(widest, kept.get(i) - kept.get(i - 1));
            }
            assertTrue(widest <= 3 * 1000 / (most - 1), most + ": " + kept);
        }
    }

    @Test
    void withRoomForOneTheNewestStays() {
        assertEquals(4, EpochArchive.victim(List.of(4, 9)));
    }

    @Test
    void aNetworkLargerThanTheRoomIsNotKept() throws IOException {
        EpochArchive archive = archive(FileOps.system(), 60, 1000);
        begin(RunScene.dense(10));
        oneEpoch();
        assertEquals(List.of(), archive.epochs());
        assertEquals(List.of(), files());
    }

    @Test
    void aDamagedFileDisappearsFromTheListAndTheNetworkShownStays() throws IOException {
        EpochArchive archive = archive(FileOps.system(), 60, 1 << 30);
        begin(RunScene.dense(10));
        ModelSnapshot first = oneEpoch();
        assertEquals(first, opened(archive, 1));
        Path broken = files().stream()
                .filter(file -> file.endsWith("epoch-0.safetensors"))
                .findFirst()
                .orElseThrow();
        Files.write(broken, new byte[100]);
        archive.open(0);
        scene.untilWritten();
        assertEquals(List.of(1), archive.epochs());
        assertEquals(first, archive.opened().orElseThrow());
    }

    @Test
    @Timeout(300)
    void aFileOperationThatFailsCostsAtMostItsEpochAndNeverTheTraining() throws IOException {
        for (int n = 1; ; n++) {
            assertTrue(n < 400, "no end");
            int failing = n;
            FailingOps ops = new FailingOps((call, operation) -> call == failing, "No space left on device");
            EpochArchive archive = archive(ops, 1, 1 << 30);
            begin(RunScene.dense(10));
            assertEquals(1, oneEpoch().progress().epochs());
            for (int epoch : archive.epochs()) {
                assertEquals(epoch, opened(archive, epoch).progress().epochs());
            }
            assertTrue(archive.epochs().size() <= 1 && files().size() <= 2, archive.epochs() + " " + files());
            int calls = ops.calls.size();
            if (calls < n) {
                assertEquals(List.of(1), archive.epochs());
                break;
            }
            archive.close();
            scene.untilWritten();
        }
    }

    @Test
    void closingRemovesEverythingAndTheNextStartWhatAnEndedOneLeft() throws IOException {
        EpochArchive archive = archive(FileOps.system(), 60, 1 << 30);
        begin(RunScene.dense(10));
        oneEpoch();
        archive.close();
        scene.untilWritten();
        assertEquals(List.of(), files());
        Path left = Files.createDirectories(folder.resolve("999999999999"));
        Files.write(left.resolve("epoch-3.safetensors"), new byte[9]);
        Files.write(left.resolve(".hourglass-1-2.tmp"), new byte[9]);
        Path foreign = Files.write(folder.resolve("notes.txt"), new byte[1]);
        Path running = folder.resolve("999999999998");
        new StartFolder(running).claim();
        archive(FileOps.system(), 60, 1 << 30);
        scene.untilWritten();
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(foreign));
        assertTrue(Files.exists(running), "another program still uses it");
    }
}
