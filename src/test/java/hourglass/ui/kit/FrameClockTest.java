package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.testing.Patience;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FrameClockTest {
    private final FrameClock first = new FrameClock(escaped -> {});
    private final FrameClock second = new FrameClock(escaped -> {});
    private final AtomicInteger firstTicks = new AtomicInteger();
    private final AtomicInteger secondTicks = new AtomicInteger();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        first.register(firstTicks::incrementAndGet);
        second.register(secondTicks::incrementAndGet);
        first.attach(stage);
        stage.setScene(new Scene(new Region(), 200, 200));
        stage.show();
    }

    private static void moreThan(int ticks, AtomicInteger counted) {
        Patience patience = new Patience();
        while (counted.get() <= ticks) {
            patience.lasts();
            Thread.onSpinWait();
        }
    }

    @Test
    void itTicksWhileItsWindowIsSeen(FxRobot robot) {
        moreThan(2, firstTicks);
        robot.interact(stage::hide);
        int seen = firstTicks.get();
        robot.sleep(200);
        assertEquals(seen, firstTicks.get());
        robot.interact(stage::show);
        moreThan(seen, firstTicks);
    }

    @Test
    void aWindowHasOneClock(FxRobot robot) {
        robot.interact(() -> second.attach(stage));
        int stopped = firstTicks.get();
        moreThan(3, secondTicks);
        robot.interact(stage::hide);
        robot.interact(stage::show);
        moreThan(secondTicks.get() + 3, secondTicks);
        assertEquals(stopped, firstTicks.get());
        assertTrue(secondTicks.get() > 0);
    }
}
