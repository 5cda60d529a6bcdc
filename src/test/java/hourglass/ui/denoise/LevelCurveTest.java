package hourglass.ui.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.figures.CurvePainter;
import hourglass.figures.NoiseCurve;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.Painted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line stands where its error and its level say, in its own colour. */
class LevelCurveTest {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 400;
    private static final Map<Method, Token> COLORS = Map.of(
            Method.NOTHING, Token.INK_SOFT, Method.MEDIAN, Token.CURVE_PCA, Method.NETWORK, Token.CURVE_VALIDATION);

    @TempDir
    Path folder;

    private Bench bench;
    private DenoisingCurve curve;
    private CurvePainter painter;

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

    private Painted drawn(double level) {
        return Painted.by(WIDTH, HEIGHT, brush -> {
            painter = LevelCurve.painter(brush, bench.model, level);
            painter.paint();
        });
    }

    private double column(double level) {
        int x = 0;
        while (painter.valueAt(x + 1) <= level) {
            x++;
        }
        return x;
    }

    private double zero(Painted drawn) {
        Color axis = Painted.color(Token.BORDER_STRONG);
        return drawn.middleOfColumn(column(0.05), axis);
    }

    @Test
    void theHigherTheErrorTheHigherTheLineAndEachInItsColour() {
        for (double level : new double[] {0.1, 0.2, 0.5}) {
            Painted drawn = drawn(level);
            double bottom = zero(drawn);
            double unit = (bottom - dot(drawn, Method.NETWORK, level)) / curve.at(Method.NETWORK, level);
            assertTrue(unit > 0, "upwards");
            for (Method method : COLORS.keySet()) {
                assertEquals(
                        bottom - unit * curve.at(method, level), dot(drawn, method, level), 2, method + " at " + level);
            }
        }
    }

    private double dot(Painted drawn, Method method, double level) {
        double legend = 5 * 1.6 * Painted.LOOKS.em();
        return drawn.middleOfColumn(column(level) + 1, Painted.color(COLORS.get(method)), legend, zero(drawn));
    }

    @Test
    void theLevelLooksWhereTheHandPutsIt() {
        Painted drawn = drawn(0.45);
        double grip = drawn.middleOfRow(zero(drawn) - 3, Painted.color(Token.SELECTION));
        assertEquals(0.45, painter.valueAt(grip), 0.005);
    }

    @Test
    void aMarkerSaysWhatTheNetworkLearntFrom() {
        Painted drawn = drawn(0.1);
        double x = column(Bench.TRAINED.level());
        assertTrue(drawn.has(Painted.color(Token.INK_FAINT), x - 1, zero(drawn) - 100, 4, 90), "at its level");
        assertTrue(!drawn.has(Painted.color(Token.INK_FAINT), x - 30, zero(drawn) - 100, 4, 90));
    }

    @Test
    void aSecondNetworkHasAColourOfItsOwn() {
        NoiseCurve.Network own = new NoiseCurve.Network("own", curve);
        NoiseCurve.Network rival = new NoiseCurve.Network("rival", curve);
        NoiseCurve both = new NoiseCurve(own, Optional.of(rival), List.of());
        assertEquals(
                List.of(
                        "nothing " + Token.INK_SOFT,
                        "median " + Token.CURVE_PCA,
                        "rival " + Token.SECOND,
                        "own " + Token.CURVE_VALIDATION),
                both.content("nothing", "median").curves().stream()
                        .map(each -> each.name() + " " + each.color())
                        .toList());
    }

    @Test
    void eachLineIsNamedBesideItsOwnNumber() {
        Painted drawn = drawn(0.3);
        Token[] order = {Token.INK_SOFT, Token.CURVE_PCA, Token.CURVE_VALIDATION};
        double above = -1;
        for (Token token : order) {
            Color own = Painted.color(token);
            int row = (int) above + 1;
            while (!drawn.has(own, 40, row, WIDTH - 60, 1)) {
                row++;
            }
            assertTrue(row > above, "in their order");
            above = row;
        }
    }
}
