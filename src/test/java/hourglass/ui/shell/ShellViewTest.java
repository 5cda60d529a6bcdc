package hourglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.ui.common.Appearance;
import hourglass.ui.common.Fonts;
import hourglass.ui.common.FrameClock;
import hourglass.ui.common.Icons;
import hourglass.ui.common.Notice;
import hourglass.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellViewTest {
    private final ShellModel model = new ShellModel();
    private final Appearance appearance = new Appearance();
    private final List<ShellCommand> asked = new ArrayList<>();
    private final FrameClock clock = new FrameClock(escaped -> {});

    @Start
    void open(Stage stage) {
        Fonts.load();
        for (ShellCommand command : ShellCommand.values()) {
            model.on(command, () -> asked.add(command));
        }
        TextField field = new TextField();
        field.setId("field");
        stage.setScene(new ShellView(
                        model,
                        appearance,
                        List.of(
                                new ViewEntry("one", Icons.DATA, "One", "First", () -> field),
                                new ViewEntry("two", Icons.TRAIN, "Two", "Second", () -> new Label("second"))))
                .scene(1100, 700));
        clock.attach(stage);
        stage.show();
    }

    @Test
    void keysAskForCommandsAndViews(FxRobot robot) {
        robot.type(KeyCode.DIGIT2, KeyCode.SPACE, KeyCode.S, KeyCode.R, KeyCode.N, KeyCode.DIGIT9);
        assertEquals(1, model.viewProperty().get());
        assertEquals(
                List.of(
                        ShellCommand.TOGGLE_TRAINING,
                        ShellCommand.STEP,
                        ShellCommand.RESTART_SAME,
                        ShellCommand.RESTART_NEW),
                asked);
    }

    @Test
    void keysKeepSilentWhileSomebodyTypes(FxRobot robot) {
        robot.clickOn("#field").write("s r 2");
        assertEquals(List.of(), asked);
        assertEquals(0, model.viewProperty().get());
        assertEquals("s r 2", robot.lookup("#field").queryAs(TextField.class).getText());
    }

    @Test
    void spaceAfterAClickOnAnotherButtonStillMeansTraining(FxRobot robot) {
        robot.clickOn("#view-two").type(KeyCode.SPACE);
        assertEquals(List.of(ShellCommand.TOGGLE_TRAINING), asked);
        robot.clickOn("#toggle-training");
        assertEquals(2, asked.size());
    }

    @Test
    void themeAndTextSizeChangeFromTheWindow(FxRobot robot) {
        robot.clickOn("#theme");
        assertEquals(Theme.LIGHT, appearance.themeProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertEquals(16, appearance.textSizeProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(14, appearance.textSizeProperty().get());
    }

    @Test
    void aNoticeIsShownAndCanBePutAway(FxRobot robot) {
        robot.interact(() -> model.notify(new Notice(Notice.Kind.WARNING, "The disk is nearly full.")));
        assertEquals(1, robot.lookup(".banner").queryAll().size());
        robot.clickOn(robot.lookup(".banner .button").queryButton());
        assertEquals(0, model.notices().size());
    }

    @Test
    void theClockTicksWhileTheWindowShowsAndDropsWhatFails() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(5);
        CountDownLatch failures = new CountDownLatch(1);
        clock.register(() -> {
            failures.countDown();
            throw new IllegalStateException("on purpose");
        });
        FrameClock.Registration registration = clock.register(ticks::countDown);
        assertTrue(ticks.await(10, TimeUnit.SECONDS));
        assertTrue(failures.await(10, TimeUnit.SECONDS));
        registration.close();
        WaitForAsyncUtils.waitForFxEvents();
    }
}
