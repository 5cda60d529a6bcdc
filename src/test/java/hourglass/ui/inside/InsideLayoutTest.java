package hourglass.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.Preset;
import hourglass.testing.LayoutFaults;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.pictures.OwnImageModel;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every way to look inside, in the room that the window leaves a view at several sizes, with small and large text. */
@ExtendWith(ApplicationExtension.class)
class InsideLayoutTest {
    private static final int[][] ROOMS = {
        {1024 - 72, 768 - 60}, {1280 - 90, 720 - 100}, {1440 - 90, 900 - 100}, {1920 - 90, 1080 - 100}
    };

    /** Room, in pixels of normal text, below which one scrolls to the side. */
    private static final int NARROWEST = 560;

    private final AtomicReference<@Nullable Throwable> escaped = new AtomicReference<>();
    private final FrameClock clock = new FrameClock(escaped::set);
    private Appearance appearance;
    private ScrollPane root;
    private Bench bench;

    @Start
    void open(Stage stage) {
        Fonts.load();
        appearance = new Appearance();
        root = new ScrollPane();
        bench = new Bench(Preset.VAE_2, clock);
        root.setContent(new InsideView(
                bench.model,
                appearance,
                new OwnImageModel(bench.show.showcase, bench.data::test, Runnable::run, Runnable::run)));
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        Scene scene = new Scene(root, 1350, 800);
        appearance.apply(scene);
        stage.setScene(scene);
        clock.register(bench.model::tick);
        clock.attach(stage);
        stage.show();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsCutInAnyMode(FxRobot robot) throws TimeoutException {
        Set<String> faults = new TreeSet<>();
        for (Mode mode : Mode.values()) {
            robot.interact(() -> bench.model.modeProperty().set(mode));
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> isKnown(mode));
            WaitForAsyncUtils.waitForFxEvents();
            for (int larger = 0; larger < 7; larger += 2) {
                int text = (int) appearance.em();
                robot.interact(() -> look(mode, text, faults));
                robot.interact(appearance::larger);
                robot.interact(appearance::larger);
            }
            robot.interact(appearance::resetTextSize);
        }
        assertEquals(Set.of(), faults);
    }

    private boolean isKnown(Mode mode) {
        return switch (mode) {
            case WALK, SURGERY -> bench.model.surgery().operatedProperty().get().isPresent();
            case UNITS -> bench.model.units().foundProperty().get().isPresent();
            case SLOW_MOTION -> bench.model.slow().watchedProperty().get().isPresent();
        };
    }

    private void look(Mode mode, int text, Set<String> faults) {
        for (int[] room : ROOMS) {
            for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.resize(room[0], room[1]);
                root.layout();
            }
            boolean roomy = room[0] * 16 / text >= NARROWEST;
            LayoutFaults.below(root).stream()
                    .filter(fault -> roomy || !fault.startsWith("sideways: "))
                    .forEach(fault -> faults.add(mode + " " + room[0] + " text " + text + ": " + fault));
        }
    }
}
