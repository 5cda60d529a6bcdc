package hourglass.ui.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.Painted;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line stands where its error and its level say, in its own colour. */
class LevelCurvePainterTest {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 400;
    private static final Map<Method, Token> COLORS =
            Map.of(Method.NOTHING, Token.INK_SOFT, Method.MEDIAN, Token.CURVE_PCA, Method.NETWORK, Token.CURVE_TRAIN);

    @TempDir
    Path folder;

    private Bench bench;
    private DenoisingCurve curve;

    @BeforeEach
    void measure() throws InterruptedException {
        bench = new Bench(folder, Bench.shipped("denoiser", Bench.TRAINED, 3));
        bench.settle();
        curve = bench.model.curvesProperty().get().network().orElseThrow();
        assertTrue(curve.isComplete());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Painted drawn(Curves curves, double level) {
        return Painted.by(WIDTH, HEIGHT, brush -> new LevelCurvePainter(brush, curves, level)
                .paint(bench.model.comparedProperty().get()));
    }

    private static double column(double level) {
        double em = Painted.LOOKS.em();
        int x = 0;
        while (LevelCurvePainter.levelAt(x + 1, WIDTH, em) <= level) {
            x++;
        }
        return x;
    }

    private static double zero(Painted drawn) {
        Color axis = Painted.color(Token.BORDER_STRONG);
        return drawn.middleOfColumn(column(0.05), axis);
    }

    @Test
    void theHigherTheErrorTheHigherTheLineAndEachInItsColour() {
        Curves curves = new Curves(Optional.of(curve), Optional.empty());
        for (double level : new double[] {0.1, 0.2, 0.5}) {
            Painted drawn = drawn(curves, level);
            double bottom = zero(drawn);
            double unit = (bottom - dot(drawn, Method.NETWORK, level)) / curve.at(Method.NETWORK, level);
            assertTrue(unit > 0, "upwards");
            for (Method method : COLORS.keySet()) {
                assertEquals(
                        bottom - unit * curve.at(method, level), dot(drawn, method, level), 2, method + " at " + level);
            }
        }
    }

    private static double dot(Painted drawn, Method method, double level) {
        double legend = 4 * 1.55 * Painted.LOOKS.em();
        return drawn.middleOfColumn(column(level) + 1, Painted.color(COLORS.get(method)), legend, zero(drawn));
    }

    @Test
    void theLevelLooksWhereTheHandPutsIt() {
        Painted drawn = drawn(new Curves(Optional.of(curve), Optional.empty()), 0.45);
        double grip = drawn.middleOfRow(zero(drawn) - 3, Painted.color(Token.INK));
        assertEquals(0.45, LevelCurvePainter.levelAt(grip, WIDTH, Painted.LOOKS.em()), 0.005);
    }

    @Test
    void aMarkBelowTheAxisSaysWhatTheNetworkLearntFrom() {
        Painted drawn = drawn(new Curves(Optional.of(curve), Optional.empty()), 0.1);
        double mark = drawn.middleOfRow(zero(drawn) + 5, Painted.color(Token.CURVE_TRAIN));
        assertEquals(Bench.TRAINED.level(), LevelCurvePainter.levelAt(mark, WIDTH, Painted.LOOKS.em()), 0.005);
    }

    @Test
    void eachLineIsNamedBesideItsOwnNumber() {
        Painted drawn = drawn(new Curves(Optional.of(curve), Optional.empty()), 0.3);
        Token[] order = {Token.INK_SOFT, Token.CURVE_PCA, Token.CURVE_TRAIN};
        for (int i = 0; i < order.length; i++) {
            double line = Math.round(Painted.LOOKS.em() * (0.8 + 1.55 * i));
            Color own = Painted.color(order[i]);
            assertTrue(drawn.has(own, 2, line - 2, 20, 4), "its line");
            assertTrue(drawn.has(own, WIDTH - 80, line - 7, 70, 14), "its number");
            for (Token other : order) {
                assertTrue(other == order[i] || !drawn.has(Painted.color(other), WIDTH - 80, line - 7, 70, 14));
            }
        }
    }
}
