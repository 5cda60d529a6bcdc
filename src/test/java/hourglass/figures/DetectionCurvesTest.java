package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.metric.Detection;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectionCurvesTest {
    private static final Detection DETECTION =
            new Detection(new float[] {5, 4, 3, 2, 1}, new boolean[] {true, true, false, true, false});
    private static final List<DetectionCurves.Named> NETWORK =
            List.of(new DetectionCurves.Named("network", Token.CURVE_VALIDATION, Style.LINE, DETECTION));
    private static final Optional<DetectionCurves.Place> PLACE =
            Optional.of(new DetectionCurves.Place("threshold", "3", DETECTION.from(3)));

    private static Curve named(CurveContent content, String name) {
        return content.curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertPoint(double x, double y, Curve curve, int index) {
        assertEquals(x, curve.samples().x(index), 1e-12);
        assertEquals(y, curve.samples().y(index), 1e-12);
    }

    @Test
    void recallStandsOverFalseAlarms() {
        CurveContent roc = DetectionCurves.roc(NETWORK, PLACE, "guessing");
        Curve network = named(roc, "network");
        assertPoint(0, 0, network, 0);
        assertPoint(0, 1 / 3.0, network, 1);
        assertPoint(0.5, 2 / 3.0, network, 3);
        assertPoint(1, 1, network, network.samples().size() - 1);
        assertEquals("0.83", network.said(), "the area, not the last value");
        assertPoint(0.5, 2 / 3.0, named(roc, "threshold"), 0);
        assertPoint(1, 1, named(roc, "guessing"), 1);
    }

    @Test
    void precisionStandsOverRecall() {
        CurveContent curve = DetectionCurves.precisionRecall(NETWORK, PLACE, "guessing");
        Curve network = named(curve, "network");
        assertPoint(1 / 3.0, 1, network, 0);
        assertPoint(2 / 3.0, 1, network, 1);
        assertPoint(1, 0.6, network, network.samples().size() - 1);
        assertEquals("0.92", network.said());
        assertPoint(2 / 3.0, 2 / 3.0, named(curve, "threshold"), 0);
        assertEquals(0.6, curve.levels().get(0).y(), 1e-12);
    }

    @Test
    void stepsThatCannotBeSeenAreLeftOut() {
        float[] scores = new float[20_000];
        boolean[] odd = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
            odd[i] = i % 2 == 0;
        }
        CurveContent roc = DetectionCurves.roc(
                List.of(new DetectionCurves.Named("network", Token.FLOW, Style.LINE, new Detection(scores, odd))),
                Optional.empty(),
                "guessing");
        Curve network = named(roc, "network");
        assertTrue(network.samples().size() < 1002);
        assertPoint(1, 1, network, network.samples().size() - 1);
    }

    @Test
    void theLegendSaysTheArea() {
        NotedInk ink = new NotedInk();
        CurvePainter.of(
                        ink,
                        DetectionCurves.roc(NETWORK, PLACE, "guessing"),
                        new CurvePainter.Place(400, 300, "false alarms", CurveScale.Kind.LINEAR))
                .forEach(CurvePainter::paint);
        assertEquals(Token.CURVE_VALIDATION, ink.text("0.83").letters().color());
    }
}
