package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.latent.Lattice;
import hourglass.core.latent.Spot;
import hourglass.figures.Figure;
import hourglass.figures.FigureSize;
import hourglass.figures.FigureStyle;
import hourglass.figures.Saved;
import hourglass.figures.Table;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Exportable;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.scatter.Viewport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LatentViewTest {
    private final AtomicReference<@Nullable Throwable> escaped = new AtomicReference<>();
    private final FrameClock clock = new FrameClock(escaped::set);
    private Bench bench;
    private LatentView view;

    @Start
    void open(Stage stage) {
        Fonts.load();
        bench = new Bench(
                Path.of("no-such-folder"),
                Bench.snapshot(Bench.variational(2), 1, 1),
                Bench.images(2),
                Optional.of(clock));
        Appearance appearance = new Appearance();
        view = new LatentView(bench.model, appearance);
        clock.register(bench.model::tick);
        clock.attach(stage);
        Scene scene = new Scene(view, 1300, 780);
        appearance.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(null, escaped.get());
    }

    private void await(BooleanSupplier reached) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(reached::getAsBoolean)
                .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private PlanePane plane(FxRobot robot) throws TimeoutException {
        await(() -> bench.model.space().decodedProperty().get().isPresent()
                && bench.model.path().stripProperty().get().isPresent());
        return robot.lookup("#latent-plane").queryAs(PlanePane.class);
    }

    private void awaitPictureAt(double x, double y) throws TimeoutException {
        await(() -> bench.model
                .space()
                .decodedProperty()
                .get()
                .filter(now -> Math.abs(now.spot().x() - x) < 0.01
                        && Math.abs(now.spot().y() - y) < 0.01)
                .isPresent());
    }

    @Test
    void theHandleIsDraggedAndThePictureFollows(FxRobot robot) throws TimeoutException {
        PlanePane plane = plane(robot);
        Bounds place = plane.localToScreen(plane.getBoundsInLocal());
        Viewport view = plane.viewportProperty().get();
        robot.moveTo(place.getMinX() + 200, place.getMinY() + 300).press(MouseButton.PRIMARY);
        awaitPictureAt(view.dataX(200), view.dataY(300));
        robot.moveTo(place.getMinX() + 320, place.getMinY() + 180).release(MouseButton.PRIMARY);
        awaitPictureAt(view.dataX(320), view.dataY(180));
        Spot spot = bench.model.space().spotProperty().get();
        int grey = (int) Math.round(255 * Math.max(0, Math.min(1, spot.x())));
        assertEquals(grey, bench.drawn(0));
    }

    @Test
    void arrowKeysMoveTheHandleALittleAndWithShiftALot(FxRobot robot) throws TimeoutException {
        PlanePane plane = plane(robot);
        robot.interact(plane::requestFocus);
        double scale = plane.viewportProperty().get().scale();
        Spot before = bench.model.space().spotProperty().get();
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        awaitPictureAt(before.x() + 4 / scale, before.y() + 40 / scale);
        robot.type(KeyCode.LEFT, KeyCode.DOWN);
        awaitPictureAt(before.x(), before.y() + 36 / scale);
    }

    @Test
    void aClickWithShiftLooksAtTheImageThere(FxRobot robot) throws TimeoutException {
        PlanePane plane = plane(robot);
        Bounds place = plane.localToScreen(plane.getBoundsInLocal());
        Viewport view = plane.viewportProperty().get();
        LatentMap map = bench.map();
        Spot spot = map.codes().place(map.codes().sample().rowOf(5));
        robot.clickOn("One image");
        robot.press(KeyCode.SHIFT)
                .moveTo(place.getMinX() + view.screenX(spot.x()), place.getMinY() + view.screenY(spot.y()))
                .clickOn(MouseButton.PRIMARY)
                .release(KeyCode.SHIFT);
        await(() -> bench.model
                .pick()
                .pickedProperty()
                .get()
                .filter(now -> now.image() == 5)
                .isPresent());
        assertEquals(spot, bench.model.space().spotProperty().get());
    }

    @Test
    void theManifoldTakesTheHandleToTheCellClicked(FxRobot robot) throws TimeoutException {
        plane(robot);
        robot.clickOn("Images");
        await(() -> bench.model.manifold().pictureProperty().get().isPresent());
        await(() -> robot.lookup(".latent-quantiles").queryAll().stream()
                .anyMatch(node -> node.getBoundsInParent().getWidth() > 0));
        robot.clickOn(".latent-quantiles");
        robot.type(KeyCode.HOME, KeyCode.LEFT);
        // The lattice follows the plane, which may still be growing into its place.
        await(this::handleIsOnACell);
        Lattice lattice =
                bench.model.manifold().pictureProperty().get().orElseThrow().lattice();
        assertEquals(
                lattice.columns() + " × " + lattice.rows() + " images at Gaussian quantiles",
                robot.lookup("#latent-cells").queryLabeled().getText());
    }

    private boolean handleIsOnACell() {
        Lattice lattice =
                bench.model.manifold().pictureProperty().get().orElseThrow().lattice();
        double x = bench.model.space().spotProperty().get().x();
        return IntStream.range(0, lattice.columns()).anyMatch(i -> lattice.x(i) == x);
    }

    @Test
    void everyNumberOfALargeCodeHasASlider(FxRobot robot) {
        Bench large =
                new Bench(Path.of("no-such-folder"), Bench.snapshot(Bench.plain(400, 392), 1, 1), Bench.images(20));
        robot.interact(() -> {
            try (large) {
                large.settle();
                Node pane = new NumbersPane(large.model).node();
                ComboBox<?> pages = (ComboBox<?>) pane.lookup("#latent-numbers-page");
                assertEquals(66, pages.getItems().size());
                ((Button) pane.lookup("#latent-numbers-back")).fire();
                assertEquals(65, pages.getValue(), "from the first to the last");
                long sliders = pane.lookupAll(".latent-number-name").stream()
                        .filter(name -> name.getParent().isVisible())
                        .count();
                assertEquals(392 - 65 * 6, sliders);
                ((Button) pane.lookup("#latent-numbers-on")).fire();
                assertEquals(0, pages.getValue());
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void everythingCanBeSaved(FxRobot robot, @TempDir Path folder) throws TimeoutException, IOException {
        plane(robot);
        for (Exportable each : view.exports().subList(0, 5)) {
            Saved[] saved = new Saved[1];
            robot.interact(() -> saved[0] = each.figure().get().orElseThrow());
            if (saved[0] instanceof Figure figure) {
                assertTrue(figure.draw(FigureStyle.dark(), 1).getWidth() > 200, each.fileName());
                assertTrue(figure.caption().contains("seed 7"), figure.caption());
            } else if (saved[0] instanceof Table table) {
                assertEquals(21, table.csv().lines().count());
                assertTrue(table.csv().startsWith("index,class,x,y,model,epochs,seed,data\n"), table.csv());
            } else {
                saved[0].write(folder.resolve("path.gif"), FigureStyle.dark(), FigureSize.scaled(1));
            }
        }
        assertEquals(
                "GIF89a", new String(Files.readAllBytes(folder.resolve("path.gif")), 0, 6, StandardCharsets.US_ASCII));
    }
}
