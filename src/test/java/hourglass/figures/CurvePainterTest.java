package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is drawn where: with an ink that writes down instead of painting, the same for window and file. */
class CurvePainterTest {
    private static final CurvePainter.Place PLACE = new CurvePainter.Place(500, 300, "epochs", CurveScale.Kind.LINEAR);

    private final NotedInk ink = new NotedInk();

    private static Curve curve(String name, Token color, Style style, double... values) {
        double[] places = new double[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return new Curve(name, color, style, Samples.of(places, values));
    }

    private static CurveContent content(Curve... curves) {
        return new CurveContent(List.of(curves), List.of(), List.of(), 2);
    }

    private void paint(CurveContent content) {
        CurvePainter.of(ink, content, PLACE).forEach(CurvePainter::paint);
    }

    @Test
    void aCurveRunsFromTheLeftAndASmallerErrorIsLower() {
        paint(content(curve("Training", Token.CURVE_TRAIN, Style.POINTS, 0.4, 0.2, 0.1)));
        NotedInk.Line line = ink.line(Token.CURVE_TRAIN);
        assertTrue(line.xs()[0] < line.xs()[1] && line.xs()[1] < line.xs()[2]);
        assertTrue(line.ys()[0] < line.ys()[1] && line.ys()[1] < line.ys()[2], "y runs downwards");
        assertEquals(2 * (300 - 28 - line.ys()[1]), 300 - 28 - line.ys()[0], 1e-6, "from zero, straight");
        assertEquals(3, ink.discs.size(), "a dot for each value");
    }

    @Test
    void theNumbersOfTheAxisStandAtTheirHeights() {
        paint(content(curve("Training", Token.CURVE_TRAIN, Style.POINTS, 0.4, 0.2, 0.1)));
        double height = ink.line(Token.CURVE_TRAIN).ys()[1];
        assertEquals(height, ink.text("0.2").middle(), 1e-6);
        assertTrue(ink.text("0.4").middle() < ink.text("0.2").middle());
    }

    @Test
    void namesStandAboveWithTheirNewestValues() {
        paint(content(
                curve("Training", Token.CURVE_TRAIN, Style.POINTS, 0.4, 0.2, 0.1234),
                curve("Validation", Token.CURVE_VALIDATION, Style.POINTS, 0.5, 0.3, 0.25)));
        assertEquals(Token.CURVE_TRAIN, ink.text("0.1234").letters().color());
        assertEquals(Token.CURVE_VALIDATION, ink.text("0.2500").letters().color());
        assertTrue(ink.text("Training").x() < ink.text("0.1234").x());
        assertTrue(ink.text("0.1234").x() < ink.text("Validation").x());
        assertEquals(ink.text("Validation").middle(), ink.text("Training").middle());
    }

    @Test
    void namesThatDoNotFitBesideEachOtherStandBelow() {
        paint(content(
                curve("A name as long as half of the chart", Token.CURVE_TRAIN, Style.LINE, 1, 2, 3),
                curve("Another one that is quite as long", Token.CURVE_PCA, Style.DASHED, 3, 2, 1)));
        double first = ink.text("A name as long as half of the chart").middle();
        double second = ink.text("Another one that is quite as long").middle();
        double highest = ink.line(Token.CURVE_TRAIN).ys()[2];
        assertTrue(first < second && second < highest - 8, first + ", " + second + ", then curves from " + highest);
    }

    @Test
    void atAHandTheValuesAreThoseBelowIt() {
        paint(content(curve("Network", Token.CURVE_TRAIN, Style.LINE, 0.4, 0.2, 0.1))
                .withHand(0.5));
        ink.text("0.3000");
        NotedInk.Disc dot = ink.discs.get(0);
        NotedInk.Line line = ink.line(Token.CURVE_TRAIN);
        assertEquals((line.xs()[0] + line.xs()[1]) / 2, dot.x(), 1e-6);
        assertEquals((line.ys()[0] + line.ys()[1]) / 2, dot.y(), 1e-6);
    }

    @Test
    void levelsAreNamedAndMarkersStandAtTheirPlaces() {
        paint(new CurveContent(
                List.of(curve("Training", Token.CURVE_TRAIN, Style.POINTS, 0.4, 0.2, 0.1)),
                List.of(new Level("PCA", Token.CURVE_PCA, 0.2)),
                List.of(new Marker("rate 0.01", 1)),
                2));
        NotedInk.Line curve = ink.line(Token.CURVE_TRAIN);
        NotedInk.Line level = ink.lines.stream()
                .filter(line -> line.pen().color() == Token.CURVE_PCA)
                .findFirst()
                .orElseThrow();
        assertEquals(curve.ys()[1], level.ys()[0], 1e-6);
        assertEquals(Ink.Dash.DASHED, level.pen().dash());
        assertEquals(Token.CURVE_PCA, ink.text("PCA").letters().color());
        assertEquals(curve.xs()[1], ink.text("rate 0.01").x(), 8);
    }

    @Test
    void curvesOfAnotherUnitStandBelow() {
        CurveContent lower = content(curve("KL", Token.CURVE_PCA, Style.POINTS, 5, 6, 7));
        paint(new CurveContent(
                List.of(curve("Reconstruction", Token.CURVE_TRAIN, Style.POINTS, 240, 230, 225)),
                List.of(),
                List.of(),
                2,
                CurveContent.Axis.FITTED,
                Optional.of(lower)));
        double upper = ink.line(Token.CURVE_TRAIN).ys()[2];
        assertTrue(ink.text("KL").middle() > upper + 5, "the names of the lower ones stand between both");
        assertTrue(ink.line(Token.CURVE_PCA).ys()[2] > ink.text("KL").middle());
    }

    @Test
    void thePointerReadsEveryCurveAndLevel() {
        CurveContent content = new CurveContent(
                List.of(
                        curve("Training", Token.CURVE_TRAIN, Style.POINTS, 0.4, 0.2, 0.1),
                        curve("ELBO", Token.CURVE_VALIDATION, Style.HIDDEN, 7, 8, 9)),
                List.of(new Level("PCA", Token.CURVE_PCA, 0.25)),
                List.of(),
                2);
        CurvePainter painter = CurvePainter.of(ink, content, PLACE).get(0);
        painter.paint();
        double x = ink.line(Token.CURVE_TRAIN).xs()[1];
        assertEquals(1, painter.valueAt(x), 1e-9);
        assertEquals(
                List.of(
                        new CurvePainter.Reading("Training", "0.2000", Token.CURVE_TRAIN, true),
                        new CurvePainter.Reading("ELBO", "8", Token.CURVE_VALIDATION, false),
                        new CurvePainter.Reading("PCA", "0.2500", Token.CURVE_PCA, true)),
                painter.paintPointer(x));
        assertEquals(List.of(), painter.paintPointer(2), "left of the axis");
    }

    @Test
    void stepsStandAtOneDistanceUnderTheirNames() {
        CurveContent content = new CurveContent(
                List.of(new Curve(
                        "network",
                        Token.CURVE_VALIDATION,
                        Style.POINTS,
                        Samples.of(new double[] {0, 1, 2}, new double[] {3, 2, 1}))),
                List.of(),
                List.of(),
                1);
        CurvePainter.Place place =
                new CurvePainter.Place(500, 300, "code", CurveScale.Kind.LINEAR, List.of("two", "sixteen", "many"));
        CurvePainter painter = CurvePainter.of(ink, content, place).get(0);
        painter.paint();
        double first = ink.text("two").x();
        double second = ink.text("sixteen").x();
        double third = ink.text("many").x();
        assertEquals(second - first, third - second, 1e-9);
        assertEquals(first, painter.pixelAt(0), 1e-9);
        assertEquals(
                List.of(first, second, third),
                ink.discs.stream().map(disc -> disc.x()).toList(),
                "a dot above each name");
        assertTrue(ink.discs.get(0).y() < ink.discs.get(2).y(), "more is higher");
    }
}
