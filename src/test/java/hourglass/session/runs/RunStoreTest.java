package hourglass.session.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.ImageBlock;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.ModelStore;
import hourglass.session.run.Phase;
import hourglass.session.run.PreviewImages;
import hourglass.testing.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a training, what the next start finds of it, and what damage does to it. */
@Timeout(60)
class RunStoreTest {
    @TempDir
    Path folder;

    private final RunScene scene = new RunScene();
    private final AtomicLong nanos = new AtomicLong();

    @AfterEach
    void close() {
        scene.close();
    }

    private RunStore store(long mostBytes) {
        RunStore.Home home = new RunStore.Home(folder.resolve("runs"), folder.resolve("sweeps"), "test", mostBytes);
        RunStore store = new RunStore(home, scene.io, nanos::get);
        scene.observer = store;
        return store;
    }

    private RunStore store() {
        return store(RunStore.MOST_BYTES);
    }

    private void trained(Experiment experiment) {
        scene.training.start(experiment, scene.data);
        scene.untilPhase(Phase.COMPLETED);
        scene.untilWritten();
    }

    private RunRecord only(RunStore store) {
        scene.untilWritten();
        List<RunRecord> runs = store.shelf().runs();
        assertEquals(1, runs.size(), runs::toString);
        return runs.get(0);
    }

    private static ModelSnapshot read(Path file) throws IOException {
        return new ModelStore("test").open(file).snapshot();
    }

    @Test
    void aRunIsKeptWithSettingsCurvePicturesAndWeights() throws IOException {
        RunStore store = store();
        Experiment experiment = RunScene.dense(3).withSeed(12);
        trained(experiment);
        RunRecord run = only(store);
        ModelSnapshot last = scene.training.snapshot().orElseThrow();
        assertEquals(last.experiment(), run.experiment());
        assertEquals(last.history(), run.epochs());
        assertEquals("completed", run.report().stopReason());
        assertEquals(scene.data.train().size(), run.report().data().trainCount());
        assertEquals(last.run().text(), run.card().run());
        assertEquals(last, read(run.weights().last().orElseThrow()), "to go on with exactly");
        assertEquals(
                last.history().stream()
                        .mapToDouble(epoch -> epoch.validationLoss())
                        .min()
                        .orElseThrow(),
                run.bestError());
        PictureStrip strip = run.card().strip().orElseThrow();
        int first = PreviewImages.of(scene.data.test())[0];
        float expected = scene.data.test().images(new int[] {first})[0];
        ImageBlock shown = strip.images();
        assertEquals(expected, shown.get(0, 0), 1 / 255f);
        assertEquals(shown.count(), strip.reconstructions().count());
    }

    @Test
    void theNextStartFindsItAndGoesOnExactly() throws IOException {
        store();
        trained(RunScene.dense(2));
        RunStore next = store();
        next.look();
        RunRecord run = only(next);
        ModelSnapshot half = read(run.weights().last().orElseThrow());
        scene.training.resumeFrom(half, RunScene.epochs(half.experiment(), 4), scene.data);
        scene.untilPhase(Phase.COMPLETED);
        RunRecord longer = only(next);
        assertEquals(run.folder(), longer.folder(), "one row for one training");
        assertEquals(4, longer.epochs().size());
        assertEquals(run.epochs(), longer.epochs().subList(0, 2));
        assertEquals(run.card().began(), longer.card().began());
    }

    @Test
    void nothingIsKeptOfWhatWasNotTrained() {
        RunStore store = store();
        scene.training.startPaused(RunScene.dense(2), scene.data);
        scene.untilPhase(Phase.PAUSED);
        scene.training.stop();
        scene.untilPhase(Phase.STOPPED);
        scene.untilWritten();
        assertEquals(List.of(), store.shelf().runs());
    }

    @Test
    void namesNotesAndPinsOutliveTheProgram() {
        RunStore store = store();
        trained(RunScene.dense(1));
        RunRecord run = only(store);
        store.edit(run, card -> card.withName(" Mine ").withNote("with a note").turned());
        RunStore next = store();
        next.look();
        RunCard card = only(next).card();
        assertEquals("Mine", card.name());
        assertEquals("with a note", card.note());
        assertTrue(card.pinned());
        assertEquals(run.card().strip(), card.strip());
    }

    @Test
    void whatIsDeletedComesBackUntilItIsGoneForGood() {
        RunStore store = store();
        trained(RunScene.dense(1));
        RunRecord run = only(store);
        store.delete(run);
        scene.untilWritten();
        assertEquals(List.of(), store.shelf().runs());
        assertFalse(Files.exists(run.folder()));
        store.restore(run);
        assertEquals(run, only(store));
        store.delete(run);
        store.purge(run);
        store.restore(run);
        scene.untilWritten();
        assertEquals(List.of(), store.shelf().runs());
        assertTrue(store.complaint().isPresent());
    }

    @Test
    void theOldestWeightsGoWhereThereIsNoRoomAndTheirCurvesStay() {
        RunStore store = store();
        trained(RunScene.dense(2));
        RunRecord first = only(store);
        long each = first.weights().bytes();
        RunStore tight = store(2 * each + 100);
        tight.look();
        scene.untilWritten();
        tight.edit(first, RunCard::turned);
        trained(RunScene.dense(2).withSeed(2));
        trained(RunScene.dense(2).withSeed(3));
        List<RunRecord> runs = tight.shelf().runs();
        assertEquals(3, runs.size());
        for (RunRecord run : runs) {
            boolean second = run.experiment().seed() == 2;
            assertEquals(second, run.weights().last().isEmpty(), "the oldest that is not pinned: " + run);
            assertEquals(2, run.epochs().size());
        }
        assertTrue(tight.shelf().bytes() <= 2 * each + 100);
    }

    @Test
    void damagedAndHalfDeletedFoldersAreToldOfAndLeftAlone() throws IOException {
        RunStore store = store();
        trained(RunScene.dense(1));
        RunRecord run = only(store);
        trained(RunScene.dense(1).withSeed(5));
        Path halfDeleted = store.shelf().runs().stream()
                .filter(each -> each.experiment().seed() == 5)
                .findFirst()
                .orElseThrow()
                .folder();
        Files.delete(halfDeleted.resolve(RunFolder.REPORT));
        Files.writeString(run.folder().resolve("run.json"), "{\"version\": 7}");
        Files.delete(run.weights().last().orElseThrow());
        RunStore next = store();
        next.look();
        RunRecord left = only(next);
        assertEquals(run.epochs(), left.epochs());
        assertEquals(RunRecord.Weights.NONE, left.weights());
        assertTrue(left.trouble().startsWith("Name, note and pictures of this run cannot be read: "), left.trouble());
        assertFalse(left.trouble().contains("Exception"), left.trouble());
        assertEquals(1, next.shelf().troubles().size());
        assertTrue(next.shelf().troubles().get(0).contains("holds weights but no report.json"));
        assertTrue(Files.exists(halfDeleted.resolve(RunFolder.LAST)), "nothing is removed");
    }

    @Test
    void aReportEditedByHandIsRefusedInASentence() throws IOException {
        RunStore store = store();
        trained(RunScene.dense(1));
        Path report = only(store).folder().resolve(RunFolder.REPORT);
        Files.writeString(report, Files.readString(report).replace("\"seed\"", "\"sed\""));
        RunStore next = store();
        next.look();
        scene.untilWritten();
        assertEquals(List.of(), next.shelf().runs());
        String said = next.shelf().troubles().get(0);
        assertTrue(said.contains("report.json was not accepted") && said.contains("seed"), said);
    }

    @Test
    void foldersOfTheCommandLineOpenBesideTheOthers() throws IOException {
        RunStore store = store();
        trained(RunScene.dense(2));
        RunRecord run = only(store);
        Path command = folder.resolve("command");
        Files.createDirectories(command.resolve("one"));
        Files.copy(
                run.folder().resolve(RunFolder.REPORT), command.resolve("one").resolve(RunFolder.REPORT));
        store.open(command);
        scene.untilWritten();
        assertEquals(2, store.shelf().runs().size());
        RunRecord opened = store.shelf().runs().stream()
                .filter(each -> !store.isOwn(each))
                .findFirst()
                .orElseThrow();
        assertEquals(run.report(), opened.report());
        store.delete(opened);
        scene.untilWritten();
        assertEquals(1, store.shelf().runs().size());
        assertTrue(Files.exists(command.resolve("one").resolve(RunFolder.REPORT)), "only the row went");
        store.open(folder.resolve("nothing"));
        scene.untilWritten();
        assertTrue(store.complaint().orElseThrow().startsWith("There is no run in "));
    }

    @Test
    void aFullDiskIsToldOfAndTheTrainingGoesOn() throws IOException {
        RunStore store = store();
        Files.writeString(folder.resolve("runs"), "a file where the folder should be");
        trained(RunScene.dense(1));
        assertEquals(Phase.COMPLETED, scene.training.state().phase());
        assertTrue(store.complaint().isPresent());
    }
}
