package hourglass.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.session.concurrent.Worker;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.lesson.LessonLab;
import hourglass.session.lesson.LessonMemory;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord.Stage;
import hourglass.session.lesson.LessonService;
import hourglass.testing.Engines;
import hourglass.testing.Patience;
import hourglass.testing.SmallData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonModelTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final DataSet data = SmallData.garments();
    private final List<String> opened = new ArrayList<>();
    private final Worker worker = new Worker("lesson", Thread.NORM_PRIORITY, (who, problem) -> {});
    private LessonModel model;
    private LessonWording wording;

    @BeforeEach
    void open() throws IOException {
        model = model(new LessonPlay(LessonFiles.read(LessonFiles.SHIPPED, "")));
        wording = new LessonWording(model.play());
        model.toggle();
    }

    private LessonModel model(LessonPlay play) {
        return new LessonModel(
                play,
                new LessonService(worker, new LessonLab(Engines::networks, name -> Optional.empty())),
                () -> data,
                new LessonMemory(folder.resolve("lesson.json"), Runnable::run),
                opening -> opened.add(opening.view()));
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            assertTrue(press(key, false), key.toString());
        }
    }

    private boolean press(KeyCode key, Boolean shift) {
        return new LessonKeys(model).test(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
    }

    private void waitForTheMeasurement() {
        Patience patience = new Patience();
        while (model.play().now().stage() == Stage.RUNNING) {
            patience.lasts();
            Thread.onSpinWait();
            model.tick(0);
        }
    }

    @Test
    void keysCountVotesAndTakeThemBackWhileTheBarsAreHidden() {
        press(KeyCode.A, KeyCode.C, KeyCode.C, KeyCode.D);
        assertTrue(press(KeyCode.D, true));
        assertEquals(List.of("3 votes · A to D count, Shift takes back", "3 votes", ""), wording.tally());
        assertEquals("", wording.votes(2));
        assertTrue(Double.isNaN(wording.share(2, false)));
        press(KeyCode.ENTER);
        assertEquals("2 votes", wording.votes(2));
        assertEquals("1 vote", wording.votes(0));
        assertEquals(2 / 3.0, wording.share(2, false), 1e-12);
        assertEquals("Answer C: is the same, digit for digit. 2 votes", wording.option(2));
    }

    @Test
    void oneKeyLeadsFromTheVoteToTheNextStep() {
        press(KeyCode.C, KeyCode.ENTER, KeyCode.ENTER);
        waitForTheMeasurement();
        assertEquals(Stage.REVEALED, model.play().now().stage());
        assertEquals("The loss never sees a label: this is unsupervised.", wording.headline());
        assertTrue(wording.detail().startsWith("Trained for 150 batches twice: error 0."), wording.detail());
        assertEquals("0.0000", wording.figure());
        assertEquals("1 of 1 had it right.", wording.hits());
        assertTrue(wording.sample().endsWith("test images of Sketchwear, seed 7."), wording.sample());
        assertEquals("Answer C: is the same, digit for digit. 1 vote This is right.", wording.option(2));
        press(KeyCode.ENTER);
        assertTrue(wording.headline().startsWith("Switch the labels off"));
        press(KeyCode.ENTER);
        assertEquals(
                List.of(
                        "Step 2 of 16 · Part 4 · A yardstick",
                        "Step 2 of 16 · A yardstick",
                        "Step 2 of 16",
                        "2/16",
                        ""),
                wording.eyebrow());
        assertEquals(List.of("data", "reconstruct"), opened);
    }

    @Test
    void theSecondVoteStandsBesideTheFirst() {
        press(KeyCode.A, KeyCode.ENTER, KeyCode.V, KeyCode.C, KeyCode.C);
        assertTrue(Double.isNaN(wording.share(2, true)), "hidden until it is closed");
        assertEquals(1, wording.share(0, false));
        press(KeyCode.ENTER);
        assertEquals(1, wording.share(2, true));
        assertEquals(0, wording.share(2, false));
        assertEquals("0, then 2 votes", wording.votes(2));
    }

    @Test
    void aStepThatCannotBeMeasuredSaysWhyAndMayBeRunAgain() {
        model.jump(1);
        model.skip();
        model.run();
        waitForTheMeasurement();
        assertEquals(
                "The network dense-64 did not come with this copy of the program.",
                model.failureProperty().get());
        assertTrue(model.play().mayRun());
    }

    @Test
    void theMouseGoesRoundForAMinute() {
        press(KeyCode.C, KeyCode.ENTER, KeyCode.ENTER);
        waitForTheMeasurement();
        press(KeyCode.ENTER);
        model.tick(5 * SECOND);
        model.tick(18 * SECOND);
        assertEquals(47, model.secondsLeftProperty().get());
        assertEquals("0:47", LessonWording.clock(47));
        model.tick(90 * SECOND);
        assertEquals(0, model.secondsLeftProperty().get());
        assertEquals("1:00", LessonWording.clock(60));
    }

    @Test
    void keysMeanNothingWhileTheStripIsClosed() {
        model.toggle();
        assertFalse(press(KeyCode.A, false));
        assertEquals(0, model.play().votes());
    }

    @Test
    void otherKeysAreLeftToTheWindow() {
        assertFalse(press(KeyCode.DIGIT2, false));
        assertFalse(press(KeyCode.SPACE, false));
    }

    @Test
    void theEveningIsKeptAtEachStep() throws IOException {
        press(KeyCode.B, KeyCode.ENTER, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.D);
        LessonMemory memory = new LessonMemory(folder.resolve("lesson.json"), Runnable::run);
        LessonPlay again =
                LessonPlay.resumed(model.play().evening(), memory.read().orElseThrow());
        assertEquals(2, again.position());
        assertEquals(List.of(0, 0, 0, 1), again.now().first());
    }

    @Test
    void theLeaderSeesTheNoteAndTheTime() {
        model.jump(15);
        assertTrue(wording.note().startsWith("3 minutes left as planned. The VAE was told"), wording.note());
        model.jump(16);
        assertEquals("0 minutes left as planned.", wording.note());
        assertEquals("What the room keeps", wording.headline());
    }
}
