package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Preset;
import hourglass.session.look.Chooser;
import hourglass.session.look.Pick;
import hourglass.session.look.Suitability;
import hourglass.session.project.FileEvent;
import hourglass.session.run.Phase;
import hourglass.session.run.TrainingFrame;
import hourglass.testing.Patience;
import hourglass.testing.SmallSession;
import hourglass.ui.kit.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ShellPresenterTest {
    /** 600 images in batches of 32. */
    private static final int BATCHES = 19;

    @TempDir
    Path folder;

    private final SmallSession session = new SmallSession();
    private final ShellModel shell = new ShellModel();
    /** Of the view on the screen. */
    private Chooser view = session.chooser;

    private final ShellPresenter presenter = new ShellPresenter(
            shell,
            new ShellPresenter.Seen(session.training, session.desk, session.models, session.dataService),
            () -> view,
            session.chooser);

    @AfterEach
    void close() {
        session.close();
    }

    private void tick() {
        session.showcase.tick(session.training);
        presenter.tick();
    }

    private void tickUntil(BooleanSupplier condition) {
        Patience patience = new Patience();
        do {
            patience.lasts();
            tick();
            Thread.onSpinWait();
        } while (!condition.getAsBoolean());
        tick();
    }

    private void waitFor(Phase phase) {
        tickUntil(() -> session.training.state().phase() == phase);
    }

    private Experiment epochs(int epochs) {
        Experiment draft = session.desk.draft();
        return draft.withTraining(draft.training().withEpochs(epochs).withBatchSize(32));
    }

    private void pausedAfter(int batches, int epochs) {
        session.desk.edit(epochs(epochs));
        session.training.startPaused(session.desk.draft(), session.data);
        for (int batch = 1; batch <= batches; batch++) {
            int wanted = batch;
            session.training.stepOnce();
            tickUntil(() -> session.training
                    .frame()
                    .map(TrainingFrame::progress)
                    .filter(progress -> progress.iteration() == wanted)
                    .isPresent());
        }
        waitFor(Phase.PAUSED);
    }

    private String epochText() {
        return shell.epochTextProperty().get();
    }

    private double progress() {
        return shell.progressProperty().get();
    }

    @Test
    void aShippedNetworkIsSaidToBeTrainedAndItsBarIsFull() {
        tick();
        assertEquals("Trained 2 epochs", epochText());
        assertEquals(1, progress());
        assertEquals("–", shell.rateTextProperty().get());
        assertEquals(
                session.data.name() + " · 600 training, 100 test images",
                shell.dataTextProperty().get());
        assertFalse(shell.runningProperty().get());
        assertFalse(shell.enabledProperty(ShellCommand.STOP).get());
        assertFalse(shell.enabledProperty(ShellCommand.SAVE_BEST).get());
    }

    @Test
    void theBarFillsAsTheRunGoesOn() {
        pausedAfter(1, 2);
        assertEquals(1.0 / (2 * BATCHES), progress(), 1e-9, "one batch of two epochs");
        assertEquals("Epoch 1, batch 1", epochText());
        assertTrue(shell.pausedProperty().get());
        assertFalse(shell.runningProperty().get());
        assertTrue(shell.enabledProperty(ShellCommand.STOP).get());
        session.training.stepOnce();
        tickUntil(() -> progress() > 1.5 / (2 * BATCHES));
        assertEquals(2.0 / (2 * BATCHES), progress(), 1e-9);
        assertEquals("Epoch 1, batch 2", epochText());
    }

    @Test
    void inTheSecondEpochItSaysTheSecondAndNamesTheBestSoFar() {
        pausedAfter(BATCHES + 1, 4);
        assertEquals((BATCHES + 1.0) / (4 * BATCHES), progress(), 1e-9);
        assertEquals("Epoch 2, batch 1", epochText());
        assertTrue(shell.enabledProperty(ShellCommand.SAVE_BEST).get());
        assertTrue(
                shell.bestTextProperty().get().contains("best epoch, 1 "),
                shell.bestTextProperty().get());
    }

    @Test
    void whileItRunsTheEpochIsCountedAndTheImagesPerSecondAreNamed() {
        session.desk.edit(epochs(10_000));
        session.desk.restart();
        tickUntil(() -> shell.runningProperty().get()
                && session.training.frame().map(TrainingFrame::epoch).orElse(0.0) > 1);
        assertTrue(epochText().matches("Epoch \\d+ of 10[\\s\\u202f\\u00a0,]?000"), epochText());
        assertTrue(progress() > 0 && progress() < 0.5, "hardly begun: " + progress());
        tickUntil(() -> !shell.rateTextProperty().get().equals("–"));
        assertTrue(
                shell.rateTextProperty().get().matches("[1-9][\\d\\s\\u202f\\u00a0]*00"),
                shell.rateTextProperty().get());
        session.training.pause();
        waitFor(Phase.PAUSED);
        assertEquals("–", shell.rateTextProperty().get(), "nothing is learnt while it waits");
    }

    @Test
    void aRunThatIsDoneSaysHowManyEpochs() {
        session.desk.edit(epochs(3));
        session.desk.restart();
        waitFor(Phase.COMPLETED);
        assertEquals("3 epochs done", epochText());
        assertEquals(1, progress(), 1e-9);
        assertFalse(shell.enabledProperty(ShellCommand.STOP).get());
    }

    @Test
    void oneThatIsStoppedSaysWhere() {
        pausedAfter(2, 5);
        shell.run(ShellCommand.STOP);
        waitFor(Phase.STOPPED);
        assertEquals("Stopped in epoch 1", epochText());
        assertEquals(2.0 / (5 * BATCHES), progress(), 1e-9);
    }

    @Test
    void oneThatDivergesSaysInWhichEpoch() {
        Experiment draft = epochs(50);
        session.desk.edit(draft.withTraining(draft.training().withLearningRate(1000)));
        session.desk.restart();
        waitFor(Phase.FAILED);
        int epoch = session.training.frame().orElseThrow().progress().epochs() + 1;
        assertEquals("Failed in epoch " + epoch, epochText());
        assertTrue(progress() < 0.5, "it did not come far: " + progress());
    }

    @Test
    void theCommandsOfTheFrameReachTheRun() {
        session.desk.edit(epochs(10_000));
        shell.run(ShellCommand.RESTART_SAME);
        waitFor(Phase.RUNNING);
        assertEquals(7, session.training.state().experiment().seed());
        shell.run(ShellCommand.TOGGLE_TRAINING);
        waitFor(Phase.PAUSED);
        shell.run(ShellCommand.RESTART_NEW);
        tickUntil(() -> session.training.state().generation() == 2);
        assertEquals(11, session.training.state().experiment().seed());
    }

    @Test
    void savingAndOpeningSayWhichFile() throws IOException {
        Path file = folder.resolve("mine.safetensors");
        session.models.save(session.chooser.look().snapshot(), file);
        tickUntil(() -> session.models.event().kind() == FileEvent.Kind.SAVED);
        assertEquals(
                "Saved " + file + " and read it again: equal.",
                shell.messageProperty().get());
        session.models.open(file);
        tickUntil(() -> session.models.event().kind() == FileEvent.Kind.OPENED);
        assertEquals("Opened mine.safetensors.", shell.messageProperty().get());
        assertEquals(0, shell.notices().size());

        Path broken = Files.writeString(folder.resolve("broken.safetensors"), "junk");
        session.models.open(broken);
        tickUntil(() -> session.models.event().kind() == FileEvent.Kind.OPEN_FAILED);
        Notice notice = shell.notices().get(0);
        assertEquals(Notice.Kind.ERROR, notice.kind());
        assertTrue(notice.text().contains("broken.safetensors"), notice.text());
        assertEquals(notice.text(), shell.messageProperty().get());
        session.models.open(file);
        tickUntil(() -> shell.notices().isEmpty());
    }

    @Test
    void aFolderThatCannotBeReadIsSaid() throws IOException {
        tick();
        shell.viewProperty().set(1);
        session.dataService.open(Files.createDirectories(folder.resolve("empty")));
        tickUntil(() -> !session.dataService.state().problem().isEmpty());
        assertEquals(
                session.dataService.state().problem(), shell.messageProperty().get());
        assertEquals(Notice.Kind.WARNING, shell.notices().get(0).kind());
        assertEquals(
                session.dataService.state().problem(), shell.notices().get(0).text());
    }

    @Test
    void theTitleIsOfWhatTheViewShowsAndTheChipOfWhatTrains() {
        tick();
        assertEquals("Dense 64", shell.networkTitleProperty().get());
        assertEquals(
                "Dense autoencoder 784–64–784 · shipped, 2 epochs on " + session.data.name() + " · seed 7",
                shell.networkDetailsProperty().get().get(0));
        assertFalse(shell.elsewhereProperty().get());
        session.desk.edit(Preset.VAE_2.experiment(session.desk.draft().data(), 28, 28, 5));
        session.desk.restart();
        Chooser reconstruct = session.showcase.chooser(Suitability.FITTING);
        tickUntil(() -> session.chooser.look().isTraining());
        session.training.pause();
        waitFor(Phase.PAUSED);
        session.training.stepOnce();
        tickUntil(() -> session.chooser.look().isTrained());
        assertEquals("Variational 2-D", shell.networkTitleProperty().get());
        assertTrue(
                shell.networkDetailsProperty().get().get(0).contains("in training, epoch 1 on"),
                shell.networkDetailsProperty().get().get(0));
        view = reconstruct;
        view.pick(Pick.shipped("dense-64"));
        tick();
        assertEquals("Dense 64", shell.networkTitleProperty().get());
        assertTrue(shell.elsewhereProperty().get());
        assertEquals("Variational 2-D is paused,", shell.elsewhereTextProperty().get());
        assertEquals("epoch 1 of 30:", epochText());
        shell.run(ShellCommand.SHOW_TRAINING);
        tick();
        assertEquals("Variational 2-D", shell.networkTitleProperty().get());
        assertFalse(shell.elsewhereProperty().get());
        shell.run(ShellCommand.STOP);
        waitFor(Phase.STOPPED);
        assertTrue(
                shell.networkDetailsProperty().get().get(0).matches(".* · trained \\d+ batch(es)? on .*"),
                shell.networkDetailsProperty().get().get(0));
    }

    @Test
    void aSettingThatIsNotThePresetsTakesItsName() {
        Experiment draft = epochs(10_000);
        session.desk.edit(draft.withTraining(draft.training().withLearningRate(0.01)));
        session.desk.restart();
        tickUntil(() -> session.chooser.look().isTraining());
        assertEquals(
                "Dense autoencoder 784–64–784", shell.networkTitleProperty().get());
    }

    @Test
    void aTrainedNetworkGoesOnOrBeginsAnewFromTwoButtons() {
        tick();
        assertTrue(shell.continuableProperty().get());
        session.desk.edit(epochs(3));
        shell.run(ShellCommand.TOGGLE_TRAINING);
        waitFor(Phase.COMPLETED);
        assertEquals("3 epochs done", epochText(), "two were done and one was missing");
        assertTrue(shell.continuableProperty().get());
        shell.run(ShellCommand.RESTART_SAME);
        waitFor(Phase.COMPLETED);
        assertEquals(
                3,
                session.training
                        .log()
                        .validation()
                        .epoch(session.training.log().validation().size() - 1),
                1e-9);
        assertTrue(session.training.log().training().epoch(0) < 1, "from scratch");
    }

    @Test
    void theButtonsAreAboutTheNetworkOnTheScreen() {
        tick();
        session.desk.edit(Preset.VAE_2.experiment(session.desk.draft().data(), 28, 28, 5));
        tick();
        assertFalse(shell.continuableProperty().get(), "other settings than those of the network shown");
        view = session.showcase.chooser(Suitability.FITTING);
        session.desk.edit(Preset.DENSE_64.experiment(session.desk.draft().data(), 28, 28, 5));
        session.desk.edit(epochs(3));
        session.desk.restart();
        waitFor(Phase.COMPLETED);
        session.chooser.pick(Pick.shipped("dense-64"));
        session.desk.edit(Preset.VAE_2.experiment(session.desk.draft().data(), 28, 28, 5));
        tick();
        assertTrue(shell.continuableProperty().get(), "the view shows the run, whatever is edited in Train");
        shell.run(ShellCommand.STEP);
        tickUntil(() -> session.training
                .frame()
                .filter(frame ->
                        frame.progress().epochs() == 3 && frame.progress().batch() == 1)
                .isPresent());
        assertFalse(session.training.state().experiment().model().isVariational());
    }
}
