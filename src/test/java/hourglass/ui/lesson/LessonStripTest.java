package hourglass.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.session.concurrent.Worker;
import hourglass.session.lesson.LessonFiles;
import hourglass.session.lesson.LessonLab;
import hourglass.session.lesson.LessonMemory;
import hourglass.session.lesson.LessonPlay;
import hourglass.session.lesson.LessonRecord.Reveal;
import hourglass.session.lesson.LessonService;
import hourglass.session.lesson.LessonStep;
import hourglass.session.lesson.Measured;
import hourglass.testing.Engines;
import hourglass.testing.Seen;
import hourglass.testing.SmallData;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Choice;
import hourglass.ui.kit.Fonts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The strip as somebody meets it: clicked and read. */
@ExtendWith(ApplicationExtension.class)
class LessonStripTest {
    @TempDir
    Path folder;

    private final Worker worker = new Worker("lesson", Thread.NORM_PRIORITY, (who, problem) -> {});
    private LessonModel model;
    private LessonStrip strip;

    @Start
    void start(Stage stage) throws IOException {
        Fonts.load();
        Appearance appearance = new Appearance();
        model = new LessonModel(
                new LessonPlay(LessonFiles.read(LessonFiles.SHIPPED, "")),
                new LessonService(worker, new LessonLab(Engines::networks, name -> Optional.empty())),
                SmallData::garments,
                new LessonMemory(folder.resolve("lesson.json"), Runnable::run),
                opening -> {});
        strip = new LessonStrip(model, appearance, () -> List.of(new Choice("The page", () -> {})));
        model.toggle();
        Scene scene = new Scene(new VBox(strip), 1280, 400);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private Button button(FxRobot robot, String id) {
        return robot.lookup("#lesson-" + id).queryButton();
    }

    @Test
    void theLeadersNotesHaveMinutesNoteAndNextStep(FxRobot robot) {
        LessonNotes notes =
                new LessonNotes(model, new Appearance(), strip.getScene().getWindow());
        robot.interact(() -> {
            List<LessonStep> steps = model.play().steps();
            List<String> said = Seen.texts(notes.node());
            assertEquals(
                    List.of(
                            new LessonWording(model.play()).minutes(),
                            steps.get(0).words().title(),
                            steps.get(0).words().note(),
                            "Next: " + steps.get(1).words().title()),
                    said);
            model.jump(steps.size());
            assertEquals("The evening is over.", Seen.texts(notes.node()).get(1));
        });
    }

    @Test
    void theyStandOnTheScreenThatTheRoomDoesNotSee() {
        Rectangle2D laptop = new Rectangle2D(0, 0, 1440, 900);
        Rectangle2D beamer = new Rectangle2D(1440, 0, 1920, 1080);
        Rectangle2D onBeamer = new Rectangle2D(1500, 50, 1700, 900);
        assertEquals(Optional.of(laptop), LessonNotes.other(List.of(laptop, beamer), onBeamer));
        assertEquals(
                Optional.of(beamer), LessonNotes.other(List.of(laptop, beamer), new Rectangle2D(100, 0, 1300, 900)));
        // Mostly on the one, a corner on the other.
        assertEquals(
                Optional.of(laptop), LessonNotes.other(List.of(laptop, beamer), new Rectangle2D(1300, 0, 1500, 900)));
        assertEquals(Optional.empty(), LessonNotes.other(List.of(laptop), onBeamer));
    }

    @Test
    void whereTheNotesAreOnAnotherScreenTheStripKeepsThemFromTheRoom(FxRobot robot) {
        robot.interact(() -> model.showNotes());
        assertTrue(robot.lookup("#lesson-note").query().isVisible());
        robot.interact(() -> model.notesElsewhereProperty().set(true));
        assertFalse(robot.lookup("#lesson-note").query().isVisible());
    }

    private void reveal(double difference) {
        model.play()
                .reveal(new Reveal(
                        new Measured(
                                Map.of(
                                        "difference",
                                        difference,
                                        "error",
                                        0.5,
                                        "shuffled",
                                        0.5,
                                        "moved",
                                        0.9,
                                        "batches",
                                        9.0),
                                Map.of(),
                                "all of them",
                                7),
                        Optional.empty()));
        model.pointOut();
        model.showNotes();
        model.showNotes();
    }

    @Test
    void runIsDeadUntilTheVoteIsClosed(FxRobot robot) {
        assertTrue(button(robot, "run").isDisabled());
        assertTrue(button(robot, "close-vote").isDisabled(), "there is no vote yet");
        robot.clickOn("#answer-c");
        robot.clickOn("#answer-c");
        robot.interact(() -> clickWithShift(robot.lookup("#answer-c").queryButton()));
        assertEquals(List.of(0, 0, 1, 0), model.play().now().first());
        assertTrue(button(robot, "run").isDisabled());
        assertTrue(Seen.texts(strip).contains("1 vote · A to D count, Shift takes back"));
        robot.clickOn("#lesson-close-vote");
        assertFalse(button(robot, "run").isDisabled());
        robot.clickOn("#answer-a");
        assertEquals(List.of(0, 0, 1, 0), model.play().now().first(), "no more votes");
    }

    private static void clickWithShift(Button button) {
        button.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null));
        button.fire();
        button.disarm();
    }

    @Test
    void skippingIsAButtonOfItsOwn(FxRobot robot) {
        robot.clickOn("#lesson-skip");
        assertFalse(button(robot, "run").isDisabled());
        assertTrue(button(robot, "vote-again").isDisabled());
    }

    @Test
    void whatWasMeasuredStandsWhereTheQuestionStood(FxRobot robot) {
        robot.clickOn("#answer-c");
        robot.clickOn("#lesson-close-vote");
        robot.interact(() -> reveal(0));
        List<String> texts = Seen.texts(strip);
        assertTrue(texts.contains("The loss never sees a label: this is unsupervised."), texts.toString());
        assertTrue(texts.contains("0.0000"), texts.toString());
        assertTrue(texts.contains("Measured now on all of them, seed 7.  1 of 1 had it right."), texts.toString());
        assertEquals(
                "Answer C: is the same, digit for digit. 1 vote This is right.",
                robot.lookup("#answer-c").queryButton().getAccessibleText());
        robot.clickOn("#lesson-next");
        assertEquals(
                hourglass.session.lesson.LessonRecord.Stage.TRYING,
                model.play().now().stage());
        assertFalse(robot.lookup("#answer-c").query().getParent().isVisible());
        robot.clickOn("#lesson-next-step");
        assertEquals(1, model.play().position());
    }

    @Test
    void whereTheMeasurementContradictsTheKeyThatIsSaid(FxRobot robot) {
        robot.clickOn("#lesson-skip");
        robot.interact(() -> reveal(0.25));
        List<String> texts = Seen.texts(strip);
        assertTrue(texts.contains("Measured otherwise: it is not C."), texts.toString());
        assertTrue(texts.contains("0.2500"), texts.toString());
        assertTrue(texts.contains("Measured now on all of them, seed 7.  No vote on this one."), texts.toString());
    }

    @Test
    void theEndShowsWhatSurprisedAndTheGoalsOfFreePlay(FxRobot robot) {
        robot.clickOn("#answer-a");
        robot.clickOn("#lesson-close-vote");
        robot.interact(() -> reveal(0));
        robot.interact(() -> model.jump(16));
        List<String> texts = Seen.texts(strip);
        assertTrue(
                texts.contains("The loss never sees a label: this is unsupervised.  (0\u00a0% right)"),
                texts.toString());
        assertTrue(
                texts.contains("Steps measured: 1. Right at the first vote: 0\u00a0%. What the room got wrong first:"),
                texts.toString());
        robot.clickOn("#lesson-free-play");
        assertTrue(Seen.texts(strip).contains("Beat Dense 64 with fewer weights."));
    }

    @Test
    void theMenuLeadsToEachStepAndToTheWholeEvening(FxRobot robot) {
        robot.clickOn("#lesson-menu");
        robot.clickOn("Play all steps");
        assertEquals(24, model.play().steps().size());
        robot.clickOn("#lesson-menu");
        robot.clickOn("3  A yardstick");
        assertEquals("yardstick", model.play().step().id());
    }

    @Test
    void everyControlHasANameForAScreenReader() {
        List<String> nameless = new ArrayList<>();
        nameless(strip, nameless);
        assertEquals(List.of(), nameless);
    }

    private static void nameless(Node node, List<String> found) {
        if (node instanceof ButtonBase button
                && (button.getText() == null || button.getText().isEmpty())
                && button.getAccessibleText() == null) {
            found.add(String.valueOf(button.getId()));
        }
        if (node instanceof javafx.scene.Parent parent && !(node instanceof Labeled)) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, found));
        }
    }
}
