package hourglass.ui.latent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.ui.scatter.Viewport;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tool marks in the plane stands where it is. */
class PlaneMarksTest extends LatentFixture {
    private static final int SIDE = 400;
    private static final Viewport VIEW = new Viewport(0.5, 0.5, 100, SIDE, SIDE);
    private static final Color SELECTION = Painted.color(Token.SELECTION);
    private static final Color INK = Painted.color(Token.INK);
    private static final Color SURFACE = Painted.color(Token.SURFACE);

    private Bench bench;

    @BeforeEach
    void open() throws InterruptedException {
        bench = variational();
        bench.settle();
    }

    private Painted painted(Tool tool) {
        return Painted.by(
                SIDE, SIDE, brush -> PlaneMarks.of(bench.model, () -> tool).paint(brush, VIEW));
    }

    private static boolean isAt(Painted drawn, Color color, double x, double y) {
        return drawn.has(color, VIEW.screenX(x) - 1, VIEW.screenY(y) - 1, 3, 3);
    }

    /** Whether a thin light line passes there. */
    private static boolean isInked(Painted drawn, double x, double y) {
        double most = 0;
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                most = Math.max(
                        most, drawn.at(VIEW.screenX(x) + i, VIEW.screenY(y) + j).getRed());
            }
        }
        return most > 0.5;
    }

    @Test
    void aPathLeadsFromTheAToTheB() throws InterruptedException {
        bench.model.toolProperty().set(Tool.PATH);
        bench.model.moveTo(-1, 0);
        bench.model.path().startHere();
        bench.model.moveTo(1, 1.5);
        bench.model.path().endHere();
        bench.settle();
        Painted drawn = painted(Tool.PATH);
        assertTrue(isAt(drawn, SELECTION, 0, 0.75), "the line passes through the middle");
        assertTrue(drawn.isAll(SURFACE, VIEW.screenX(0) - 2, VIEW.screenY(-0.75) - 2, 5, 5), "and only there");
        assertTrue(isLetterB(drawn, 1, 1.5) && !isLetterB(drawn, -1, 0), "A at the start, B at the end");
    }

    /** A letter with a stem at its upper left. */
    private static boolean isLetterB(Painted drawn, double x, double y) {
        Color letter = Painted.color(Token.ON_SELECTION);
        double left = VIEW.screenX(x);
        double top = VIEW.screenY(y);
        assertTrue(drawn.has(letter, left - 6, top - 6, 12, 12), "a letter at " + x + ", " + y);
        return drawn.has(letter, left - 5, top - 5, 3, 3);
    }

    @Test
    void ellipsesHoldOneAndTwoStandardDeviationsAroundTheMean() throws InterruptedException {
        bench.model.toolProperty().set(Tool.IMAGE);
        bench.model.pick().pick(4);
        bench.settle();
        Picked picked = bench.model.pick().pickedProperty().get().orElseThrow();
        Painted drawn = painted(Tool.IMAGE);
        float x = picked.mean()[0];
        float y = picked.mean()[1];
        assertTrue(isAt(drawn, INK, x, y), "the mean");
        for (double[] way : new double[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            assertTrue(isInked(drawn, x + 0.5 * way[0], y + 0.5 * way[1]), "one deviation is a half here");
            assertTrue(isInked(drawn, x + way[0], y + way[1]), "two deviations");
            assertFalse(isInked(drawn, x + 1.4 * way[0], y + 1.4 * way[1]), "no third");
        }
        for (int i = 0; i < picked.drawCount(); i++) {
            assertTrue(isAt(drawn, SELECTION, picked.draw(i)[0], picked.draw(i)[1]), "draw " + i);
        }
    }

    @Test
    void anAlteredImageIsMarkedFromWhereItWasToWhereItWent() throws InterruptedException {
        bench.model.toolProperty().set(Tool.DIRECTION);
        bench.settle();
        bench.model.pick().pick(4);
        bench.model.direction().targetProperty().set(1);
        bench.settle();
        Altered altered = bench.model.direction().alteredProperty().get().orElseThrow();
        float[] to = altered.code().code();
        float[] from = bench.model.pick().pickedProperty().get().orElseThrow().mean();
        Painted drawn = painted(Tool.DIRECTION);
        assertTrue(drawn.is(VIEW.screenX(from[0]), VIEW.screenY(from[1]), INK));
        assertTrue(drawn.is(VIEW.screenX(to[0]), VIEW.screenY(to[1]), SELECTION));
        assertTrue(isAt(drawn, SELECTION, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2));
    }

    @Test
    void numbersMarkNothing() {
        assertTrue(painted(Tool.NUMBERS).isAll(SURFACE, 0, 0, SIDE, SIDE));
    }
}
