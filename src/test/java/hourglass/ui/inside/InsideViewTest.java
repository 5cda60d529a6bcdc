package hourglass.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.spec.Preset;
import hourglass.figures.StageColors;
import hourglass.testing.Painted;
import hourglass.testing.Seen;
import hourglass.ui.inside.InsideModel.Mode;
import hourglass.ui.inside.WalkPlaces.Place;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.FrameClock;
import hourglass.ui.pictures.OwnImageModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class InsideViewTest {
    private final AtomicReference<@Nullable Throwable> escaped = new AtomicReference<>();
    private final FrameClock clock = new FrameClock(escaped::set);
    private Bench bench;
    private InsideView view;

    @Start
    void open(Stage stage) {
        Fonts.load();
        bench = new Bench(Preset.CONV_DENOISE, clock);
        Appearance appearance = new Appearance();
        view = new InsideView(
                bench.model,
                appearance,
                new OwnImageModel(bench.show.showcase, bench.data::test, Runnable::run, Runnable::run));
        Scene scene = new Scene(view, 1350, 800);
        appearance.apply(scene);
        stage.setScene(scene);
        clock.register(bench.model::tick);
        clock.attach(stage);
        stage.show();
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(null, escaped.get());
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("did not happen within a minute", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void untilShown() {
        until(() -> bench.model.insideProperty().get().isPresent());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void aPixelUnderThePointerIsWrittenOut(FxRobot robot) {
        untilShown();
        WalkPane walk = robot.lookup("#inside-walk").queryAs(WalkPane.class);
        assertTrue(text(robot, "#inside-sum-title").startsWith("How one pixel of map "));
        assertEquals("3×3 window times 3×3 filter, plus bias, cut at zero", text(robot, "#inside-sum-detail"));
        Bounds place = walk.localToScreen(walk.getBoundsInLocal());
        robot.moveTo(place.getMinX() + 60, place.getCenterY());
        until(() -> text(robot, "#inside-sum-title").equals("A pixel of the input"));
        robot.clickOn(MouseButton.PRIMARY);
        robot.type(KeyCode.ENTER, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        Place pointed = walk.pointedProperty().get().orElseThrow();
        assertEquals(3, pointed.stage());
        assertEquals("How one pixel of map 1 is made", text(robot, "#inside-sum-title"));
        robot.type(KeyCode.PLUS);
        assertEquals("How one pixel of map 2 is made", text(robot, "#inside-sum-title"));
        robot.type(KeyCode.LEFT, KeyCode.UP);
        Place moved = walk.pointedProperty().get().orElseThrow();
        assertEquals(new Place(3, 1, pointed.row() - 1, pointed.column() - 1), moved);
    }

    @Test
    void anImageIsSteppedToAndTheWalkPlayed(FxRobot robot) {
        untilShown();
        String before = text(robot, "#inside-image");
        robot.clickOn("#inside-next");
        until(() -> !text(robot, "#inside-image").equals(before));
        robot.clickOn("#inside-back");
        until(() -> text(robot, "#inside-image").equals(before));
        robot.clickOn("#inside-play");
        until(() -> bench.model.litProperty().get() == 1);
        robot.clickOn("#inside-play");
        until(() -> bench.model.litProperty().get() == InsideModel.ALL);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        node.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
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
    }

    /** Places are known once what has just come to be seen is laid out. */
    private void laidOut(FxRobot robot) {
        for (int pass = 0; pass < 2; pass++) {
            robot.interact(() -> {
                view.applyCss();
                view.layout();
            });
        }
    }

    private SurgeryModel.Operated operated() {
        return bench.model.surgery().operatedProperty().get().orElseThrow();
    }

    @Test
    void aBarIsDraggedAndPutBack(FxRobot robot) {
        untilShown();
        robot.clickOn("Code surgery");
        until(() -> bench.model.surgery().operatedProperty().get().isPresent());
        assertEquals(Mode.SURGERY, bench.model.modeProperty().get());
        Node knife = robot.lookup("#inside-knife").query();
        laidOut(robot);
        Bounds place = knife.localToScene(knife.getBoundsInLocal());
        robot.interact(() -> {
            mouse(knife, MouseEvent.MOUSE_PRESSED, place.getCenterX(), place.getMaxY() - 60);
            mouse(knife, MouseEvent.MOUSE_DRAGGED, place.getCenterX(), place.getMinY() + 20);
            mouse(knife, MouseEvent.MOUSE_RELEASED, place.getCenterX(), place.getMinY() + 20);
        });
        until(() -> text(robot, "#inside-changed").equals("1 number changed"));
        until(() -> operated().errorNow() != operated().errorBefore());
        assertEquals(
                Words.changedError(operated().errorBefore(), operated().errorNow()),
                text(robot, "#inside-surgery-now"));
        assertFalse(robot.lookup("#inside-restore").query().isDisabled());
        robot.clickOn("#inside-restore");
        until(() -> operated().errorNow() == operated().errorBefore());
        assertEquals("error " + Words.error(operated().errorBefore()), text(robot, "#inside-surgery-now"));
        assertEquals("the code as the encoder gave it", text(robot, "#inside-changed"));
        robot.interact(knife::requestFocus);
        int chosen = bench.model.surgery().selectedProperty().get();
        robot.type(KeyCode.RIGHT, KeyCode.UP);
        assertEquals(chosen + 1, bench.model.surgery().selectedProperty().get());
        assertEquals(1, bench.model.surgery().changed());
        robot.type(KeyCode.BACK_SPACE);
        assertEquals(0, bench.model.surgery().changed());
    }

    @Test
    void theWalkIsDrawnWhereItIs(FxRobot robot) {
        untilShown();
        WalkPane walk = robot.lookup("#inside-walk").queryAs(WalkPane.class);
        robot.interact(() -> walk.pointedProperty().set(Optional.of(new Place(1, 0, 7, 7))));
        Painted drawn = Painted.of(() -> Painted.photo(walk));
        var inside = bench.model.insideProperty().get().orElseThrow();
        WalkPlaces places = walk.places(inside);
        var input = places.columns().get(0);
        float[] given = inside.walk().into(0);
        for (int pixel : new int[] {0, 28 * 3 + 20, 783}) {
            int grey = Math.round(255 * Math.max(0, Math.min(1, given[pixel])));
            double x = input.tileX(0) + (pixel % 28 + 0.5) * input.scale();
            int row = pixel / 28;
            double y = input.tileY(0) + (row + 0.5) * input.scale();
            assertEquals(grey, drawn.grey(x, y), 1, "pixel " + pixel);
        }
        var map = places.columns().get(1);
        assertTrue(
                drawn.has(Painted.color(Token.SELECTION), map.tileX(0) - 3, map.tileY(0) - 3, 8, 8),
                "a frame around the map pointed at");
        assertNotEquals(0, map.scale());
    }

    @Test
    void theNumbersOfTheCodeAreMeasuredChosenAndSilenced(FxRobot robot) {
        untilShown();
        robot.clickOn("Units");
        UnitsModel units = bench.model.units();
        until(() -> units.foundProperty().get().isPresent());
        assertEquals("392 numbers, what one more of each draws", text(robot, "#inside-units-title"));
        robot.clickOn("#inside-units-cancel");
        until(() -> units.stateProperty().get() == UnitsModel.State.CANCELLED);
        assertTrue(text(robot, "#inside-units-state").startsWith("Cancelled: "));
        assertTrue(robot.lookup("#inside-units-again").query().isVisible());
        robot.interact(() -> robot.lookup("#inside-units").query().requestFocus());
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        assertEquals("Number 3: map 3, row 1, column 1", text(robot, "#inside-unit"));
        double zeros =
                units.foundProperty().get().orElseThrow().units().facts().get(2).zeros();
        assertEquals(Words.share(zeros), text(robot, "#inside-unit-zeros"));
        robot.clickOn("#inside-unit-silence");
        until(() -> bench.model.modeProperty().get() == Mode.SURGERY);
        assertEquals(2, bench.model.surgery().selectedProperty().get());
        assertEquals(0, bench.model.surgery().codeProperty().get()[2]);
    }

    @Test
    void picturesOfNumbersAreAsLargeAsFits() {
        assertEquals(8, UnitsPane.columns(64, 29.2, 24.8), "at triple size in eight rows");
        assertEquals(10, UnitsPane.columns(64, 30.8, 21.5), "wide and low: ten at triple size in seven rows");
        assertEquals(1, UnitsPane.columns(1, 20, 20));
    }

    @Test
    void aBatchIsSteppedThroughWithSpace(FxRobot robot) {
        untilShown();
        robot.clickOn("Slow motion");
        until(() -> bench.model.slow().watchedProperty().get().isPresent());
        robot.clickOn("#inside-slow-play");
        robot.interact(() -> bench.model.slow().to(SlowModel.Stage.FORWARD));
        robot.interact(() -> robot.lookup("#inside-slow").query().requestFocus());
        assertTrue(text(robot, "#inside-slow-sentence").startsWith("Forward: batch "));
        robot.type(KeyCode.SPACE);
        assertTrue(text(robot, "#inside-slow-sentence").startsWith("Error: over 32 training images the loss is "));
        robot.type(KeyCode.SPACE, KeyCode.SPACE);
        assertTrue(text(robot, "#inside-slow-sentence").startsWith("Update: Adam moves each of the "));
        var step = bench.model.slow().watchedProperty().get().orElseThrow().step();
        var table = robot.lookup("#inside-slow-table").queryParent();
        var last = step.changes().get(step.changes().size() - 1);
        String row = "5 Convolution 3×3";
        assertEquals(Words.size(last.gradient()), Seen.inTable(table, "Gradient", row));
        assertEquals(Words.size(last.weights()), Seen.inTable(table, "Weights", row));
        assertEquals(Words.size(last.update()), Seen.inTable(table, "Update", row));
        assertEquals(Words.percent(last.share()), Seen.inTable(table, "Update / weights", row));
        assertTrue(last.update() != last.weights() && last.gradient() != last.update());
    }

    @Test
    void theSumIsDrawnInItsOrder(FxRobot robot) {
        untilShown();
        SumPane sum = robot.lookup("#inside-sum").queryAs(SumPane.class);
        Summands.Block window =
                Summands.Block.grid(new float[] {1, 0.6f, 0, 0.2f}, 2, ground -> StageColors.greys(1), "window");
        Summands shown = new Summands("", "", List.of(window, Summands.Block.sign("="), window.marking(2)));
        robot.interact(() -> sum.show(Optional.of(shown)));
        Painted drawn = Painted.of(() -> Painted.photo(sum));
        // Cells of 60, in the middle of the height: white, grey; black, dark grey.
        int top = 0;
        while (drawn.grey(15, top) < 250) {
            top++;
        }
        assertEquals(153, drawn.grey(75, top + 15), 1);
        assertEquals(0, drawn.grey(15, top + 75), 1);
        assertEquals(51, drawn.grey(75, top + 75), 1);
        assertTrue(drawn.has(Painted.color(Token.SELECTION), 130, top + 57, 60, 4), "a frame around the marked cell");
        assertFalse(drawn.has(Painted.color(Token.SELECTION), 20, top + 57, 30, 4), "and around no other");
    }

    @Test
    void aTransposedConvolutionShowsWhereItsNumberWasSpread(FxRobot robot) {
        untilShown();
        WalkPane walk = robot.lookup("#inside-walk").queryAs(WalkPane.class);
        // The code, from which a transposed convolution of stride 2 paints 14 × 14 pixels.
        robot.interact(() -> walk.pointedProperty().set(Optional.of(new Place(2, 0, 3, 3))));
        Painted drawn = Painted.of(() -> Painted.photo(walk));
        var inside = bench.model.insideProperty().get().orElseThrow();
        WalkPlaces places = walk.places(inside);
        var painted = places.columns().get(3);
        for (int tile : new int[] {0, 7}) {
            double x = painted.tileX(tile) + 7.5 * painted.scale();
            double top = painted.tileY(tile) + 6 * painted.scale() - 1;
            assertTrue(drawn.has(Painted.color(Token.SELECTION), x, top - 2, 2, 4), "rows 6 to 8 of picture " + tile);
        }
        assertEquals(3, inside.stages().get(3).layer() + 1);
    }

    @Test
    void barsStandWhereTheirNumbersAre(FxRobot robot) {
        untilShown();
        robot.clickOn("Code surgery");
        until(() -> bench.model.surgery().operatedProperty().get().isPresent());
        CanvasPane knife = robot.lookup("#inside-knife").queryAs(CanvasPane.class);
        laidOut(robot);
        SurgeryModel surgery = bench.model.surgery();
        int last = surgery.codeProperty().get().length - 1;
        float[] most = {0};
        for (float value : surgery.codeProperty().get()) {
            most[0] = Math.max(most[0], value);
        }
        robot.interact(() -> {
            surgery.selectedProperty().set(last);
            for (int i = 0; i < 20; i++) {
                surgery.set(i, most[0]);
            }
            surgery.set(last, 0);
        });
        Painted drawn = Painted.of(() -> Painted.photo(knife));
        double middle = knife.getHeight() - 1.6 * 16 - 20;
        assertTrue(
                drawn.isAll(Painted.color(Token.ACCENT), 0, middle, 2, 2)
                        || drawn.has(Painted.color(Token.ACCENT), 0, middle, 30, 2),
                "large ones at the left");
        assertFalse(
                drawn.has(Painted.color(Token.ACCENT), knife.getWidth() - 3, middle - 30, 3, 20),
                "nothing where it is silenced");
    }
}
