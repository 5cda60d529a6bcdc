package hourglass.ui.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.spec.NoiseKind;
import hourglass.figures.Figure;
import hourglass.figures.FigureStyle;
import hourglass.figures.Saved;
import hourglass.figures.Table;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Fonts;
import hourglass.ui.pictures.BrushTip;
import hourglass.ui.pictures.OwnImageModel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DenoiseViewTest {
    @TempDir
    static Path folder;

    private Bench bench;
    private DenoiseModel model;
    private DenoiseView view;

    @Start
    void open(Stage stage) throws InterruptedException {
        Fonts.load();
        bench = new Bench(folder, Bench.shipped("denoiser", Bench.TRAINED, 3));
        model = bench.model;
        bench.settle();
        Appearance appearance = new Appearance();
        view = new DenoiseView(
                model,
                appearance,
                new OwnImageModel(
                        bench.show.showcase, () -> bench.data.state().data().test(), Runnable::run, Runnable::run));
        Scene scene = new Scene(view, 1300, 780);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void settle(FxRobot robot) {
        robot.interact(() -> {
            try {
                bench.settle();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void draggingTheSliderSpoilsTheImagesAsFar(FxRobot robot) {
        robot.interact(() -> model.measuringProperty().set(true));
        // The slider takes what the bar leaves, which is known after the first layout.
        robot.interact(view::layout);
        robot.interact(view::layout);
        Node thumb = robot.lookup("#denoise-slider .thumb").query();
        Node track = robot.lookup("#denoise-slider .track").query();
        Bounds end = track.localToScreen(track.getBoundsInLocal());
        double before = model.levelProperty().get();
        robot.moveTo(thumb).sleep(100);
        robot.drag(thumb, MouseButton.PRIMARY)
                .moveTo(end.getMinX() + end.getWidth() * 0.7, end.getCenterY())
                .moveTo(end.getMinX() + end.getWidth() * 0.8, end.getCenterY())
                .drop();
        assertTrue(
                model.levelProperty().get() > before + 0.1,
                "at " + model.levelProperty().get());
        settle(robot);
        assertEquals(
                model.levelProperty().get(), bench.pictures().question().noise().level());
        assertTrue(model.meter().report().count() > 0);
        assertTrue(robot.lookup("#denoise-speed").queryAs(Label.class).isVisible());
    }

    @Test
    void arrowKeysMoveTheSliderAndTheLineInTheCurves(FxRobot robot) {
        robot.interact(() -> robot.lookup("#denoise-slider").query().requestFocus());
        robot.type(KeyCode.LEFT);
        assertEquals(0.29, model.levelProperty().get(), 1e-9);
        robot.interact(() -> robot.lookup("#denoise-curve").query().requestFocus());
        robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.RIGHT);
        assertEquals(0.28, model.levelProperty().get(), 1e-9);
        robot.type(KeyCode.END);
        assertEquals(0.6, model.levelProperty().get(), 1e-9);
    }

    @Test
    void theLevelCanBeDraggedInTheCurves(FxRobot robot) {
        Node curve = robot.lookup("#denoise-curve").query();
        Bounds place = curve.localToScreen(curve.getBoundsInLocal());
        robot.moveTo(place.getMinX() + 100, place.getCenterY()).press(MouseButton.PRIMARY);
        double pressed = model.levelProperty().get();
        robot.moveTo(place.getMinX() + 160, place.getCenterY()).release(MouseButton.PRIMARY);
        assertTrue(model.levelProperty().get() > pressed + 0.05);
    }

    @Test
    void rubbingOutChangesWhatTheNetworkSees(FxRobot robot) {
        settle(robot);
        float[] before = bench.pictures().pixels(PictureRow.NOISY, 0);
        Node canvas = robot.lookup("#denoise-canvas").query();
        Bounds place = canvas.localToScreen(canvas.getBoundsInLocal());
        robot.moveTo(place.getMinX() + 20, place.getMinY() + 20)
                .press(MouseButton.PRIMARY)
                .moveTo(place.getMinX() + 40, place.getMinY() + 20)
                .release(MouseButton.PRIMARY);
        settle(robot);
        float[] after = bench.pictures().pixels(PictureRow.NOISY, 0);
        int changed = 0;
        for (int i = 0; i < after.length; i++) {
            changed += after[i] == before[i] ? 0 : 1;
        }
        assertTrue(changed > 0);
        robot.clickOn("#denoise-clear");
        settle(robot);
        assertEquals(before[0], bench.pictures().pixels(PictureRow.NOISY, 0)[0]);
    }

    @Test
    void theBrushMovesAndPaintsByKeys(FxRobot robot) {
        settle(robot);
        robot.interact(() -> {
            model.brushProperty().set(new BrushTip(BrushTip.Ink.WHITE, 1));
            robot.lookup("#denoise-canvas").query().requestFocus();
        });
        for (int i = 0; i < 30; i++) {
            robot.type(KeyCode.UP, KeyCode.LEFT);
        }
        robot.type(KeyCode.ENTER);
        settle(robot);
        assertEquals(1, bench.pictures().pixels(PictureRow.NOISY, 0)[0]);
        robot.type(KeyCode.DELETE);
        settle(robot);
        assertNotEquals(1, bench.pictures().pixels(PictureRow.NOISY, 0)[0]);
    }

    @Test
    void otherNoiseAndOtherImagesAreAClickAway(FxRobot robot) {
        long seed = model.noiseSeedProperty().get();
        robot.clickOn("#denoise-new-noise").clickOn("#denoise-shuffle").clickOn("Salt and pepper");
        settle(robot);
        assertEquals(seed + 1, bench.pictures().question().seed());
        assertEquals(
                NoiseKind.SALT_AND_PEPPER, bench.pictures().question().noise().kind());
        assertEquals(1, model.shuffleProperty().get());
    }

    @Test
    void everyFigureCanBeDrawnAndTheTableHasEveryLevel(FxRobot robot) {
        settle(robot);
        for (Exportable each : view.exports()) {
            AtomicReference<Saved> made = new AtomicReference<>();
            robot.interact(() -> made.set(each.figure().get().orElseThrow()));
            if (made.get() instanceof Figure figure) {
                assertTrue(figure.draw(FigureStyle.dark(), 1).getWidth() > 200);
                assertTrue(figure.caption().contains("seed"), figure.caption());
            } else if (made.get() instanceof Table table) {
                assertEquals(14, table.csv().lines().count());
            }
        }
    }
}
