package hourglass.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.figures.FigureSize;
import hourglass.figures.FigureStyle;
import hourglass.figures.Saved;
import hourglass.session.map.EmbeddingPhase;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Fonts;
import hourglass.ui.pictures.OwnImageModel;
import hourglass.ui.scatter.SelectionMode;
import hourglass.ui.scatter.Viewport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MapViewTest {
    private final Bench bench = new Bench(Bench.DATA);
    private final MapModel model = bench.model;
    private MapView view;

    @Start
    void open(Stage stage) {
        Fonts.load();
        bench.chooseSmallSettings();
        Appearance appearance = new Appearance();
        view = new MapView(
                model,
                appearance,
                new OwnImageModel(bench.show.showcase, Bench.DATA::test, Runnable::run, Runnable::run));
        Scene scene = new Scene(view, 1300, 800);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private void judged(FxRobot robot) {
        for (int i = 0; i < 3000; i++) {
            robot.interact(model::tick);
            if (bench.phase() == EmbeddingPhase.COMPLETED
                    && bench.map().flatMap(ShownMap::quality).isPresent()) {
                return;
            }
            robot.sleep(10);
        }
        throw new AssertionError(
                "waited in vain; the map is " + model.progressProperty().get());
    }

    @Test
    void aMapIsStartedHeldAndEndedByItsButtons(FxRobot robot) {
        judged(robot);
        Button pause = robot.lookup("#map-pause").queryButton();
        assertTrue(pause.isDisabled());
        bench.networks.holdUp();
        robot.clickOn("#map-run");
        assertEquals(EmbeddingPhase.PREPARING, bench.phase());
        robot.clickOn("#map-pause");
        assertEquals(EmbeddingPhase.PAUSED, bench.phase());
        assertEquals("Resume", pause.getText());
        robot.clickOn("#map-pause");
        assertEquals("Pause", pause.getText());
        robot.clickOn("#map-cancel");
        assertEquals(EmbeddingPhase.CANCELLED, bench.phase());
        assertTrue(pause.isDisabled());
        bench.networks.letPass();
        robot.clickOn("#map-run");
        judged(robot);
        assertEquals(200, bench.map().orElseThrow().sample().size());
    }

    @Test
    void aClassIsIsolatedByItsWordAndReleasedAgain(FxRobot robot) {
        judged(robot);
        robot.clickOn("Bag");
        int bag = model.classNamesProperty().get().indexOf("Bag");
        assertEquals(bag, large(robot).isolatedClassProperty().get());
        robot.clickOn("Coat");
        assertEquals(bag - 4, large(robot).isolatedClassProperty().get());
        robot.clickOn("Coat");
        assertEquals(-1, large(robot).isolatedClassProperty().get());
    }

    private MapPane large(FxRobot robot) {
        return robot.lookup("#map-large").queryAs(MapPane.class);
    }

    @Test
    void keysZoomAndMoveAndShowAllAgain(FxRobot robot) {
        judged(robot);
        MapPane pane = large(robot);
        Viewport all = pane.viewportProperty().get();
        robot.interact(pane::requestFocus);
        robot.type(KeyCode.PLUS);
        assertEquals(1.25, pane.viewportProperty().get().scale() / all.scale(), 1e-9);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertTrue(pane.viewportProperty().get().centreX() > all.centreX());
        robot.type(KeyCode.DIGIT0);
        assertEquals(all, pane.viewportProperty().get());
    }

    @Test
    void arrowsGoFromPointToPointAndEnterSelects(FxRobot robot) {
        judged(robot);
        MapPane pane = large(robot);
        robot.interact(pane::requestFocus);
        robot.type(KeyCode.RIGHT);
        int first = pane.hoveredProperty().get();
        assertTrue(first >= 0);
        assertTrue(model.points().cardProperty().get().isPresent());
        robot.type(KeyCode.ENTER, KeyCode.RIGHT);
        int second = pane.hoveredProperty().get();
        assertTrue(second == first || pane.points().x(second) > pane.points().x(first));
        robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.ENTER);
        assertTrue(model.points().selectionProperty().get().contains(first)
                || pane.hoveredProperty().get() == first);
        robot.interact(() -> pane.isolatedClassProperty().set(8));
        robot.type(KeyCode.A);
        assertEquals(24, model.points().selectionProperty().get().size());
        robot.type(KeyCode.ESCAPE);
        assertTrue(model.points().selectionProperty().get().isEmpty());
        robot.type(KeyCode.ESCAPE);
        assertEquals(-1, pane.hoveredProperty().get());
    }

    @Test
    void aBoxSelectsPointsAndShowsTheirImages(FxRobot robot) {
        judged(robot);
        MapPane pane = large(robot);
        robot.interact(() -> pane.selectionModeProperty().set(SelectionMode.BOX));
        Bounds place = pane.localToScreen(pane.getBoundsInLocal());
        robot.moveTo(place.getMinX() + 3, place.getMinY() + 3)
                .press(MouseButton.PRIMARY)
                .moveTo(place.getCenterX(), place.getCenterY())
                .moveTo(place.getMaxX() - 3, place.getMaxY() - 3)
                .release(MouseButton.PRIMARY);
        assertEquals(240, model.points().selectionProperty().get().size());
        assertTrue(robot.lookup("#map-selected").queryLabeled().getText().startsWith("240 selected: 24 "));
        robot.interact(pane::requestFocus);
        robot.type(KeyCode.ESCAPE);
        assertTrue(model.points().selectionProperty().get().isEmpty());
    }

    @Test
    void pointingAtAGarmentBringsItsCard(FxRobot robot) {
        judged(robot);
        MapPane pane = large(robot);
        Viewport all = pane.viewportProperty().get();
        Bounds place = pane.localToScreen(pane.getBoundsInLocal());
        robot.moveTo(
                place.getMinX() + all.screenX(pane.points().x(5)),
                place.getMinY() + all.screenY(pane.points().y(5)));
        assertTrue(model.points().cardProperty().get().isPresent());
    }

    @Test
    void everythingShownCanBeSaved(FxRobot robot, @TempDir Path folder) throws IOException {
        judged(robot);
        for (Exportable each : view.exports()) {
            AtomicReference<Optional<? extends Saved>> saved = new AtomicReference<>(Optional.empty());
            robot.interact(() -> saved.set(each.figure().get()));
            if (each.fileName().equals("maps.png")) {
                assertEquals(Optional.empty(), saved.get(), "no series was made");
            } else {
                saved.get()
                        .orElseThrow()
                        .write(folder.resolve(each.fileName()), FigureStyle.dark(), FigureSize.scaled(1));
            }
        }
        assertTrue(ImageIO.read(folder.resolve("map.png").toFile()).getWidth() > 800);
        assertEquals(241, Files.readAllLines(folder.resolve("map.csv")).size());
        Path projector = folder.resolve("embedding-projector");
        assertEquals(241, Files.readAllLines(projector.resolve("metadata.tsv")).size());
        assertEquals(240, Files.readAllLines(projector.resolve("vectors.tsv")).size());
        assertTrue(Files.exists(projector.resolve("sprite.png")));
        assertFalse(view.exports().isEmpty());
    }
}
