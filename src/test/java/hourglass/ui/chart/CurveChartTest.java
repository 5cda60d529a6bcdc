package hourglass.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Axis;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.testing.Painted;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Fonts;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** What a chart looks like: each probe names what a reader would see there. */
class CurveChartTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 16;
    private static final int BOTTOM = HEIGHT - 32;

    private static Samples samples(double first, double... values) {
        return new Samples() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public double x(int index) {
                return first + index;
            }

            @Override
            public double y(int index) {
                return values[index];
            }
        };
    }

    private static Curve dots(String name, Token color, double... values) {
        return new Curve(name, color, Style.POINTS, samples(1, values));
    }

    private static CurveContent of(double xEnd, Curve... curves) {
        return new CurveContent(List.of(curves), List.of(), List.of(), xEnd);
    }

    private static Painted shown(CurveContent content) {
        return shown(content, -1);
    }

    private static Painted shown(CurveContent content, double pointerX) {
        return Painted.of(WIDTH, HEIGHT, () -> new CurveChart(new Appearance(), "epochs"), chart -> {
            chart.show(content);
            chart.resize(WIDTH, HEIGHT);
            if (pointerX >= 0) {
                chart.fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        pointerX,
                        100,
                        0,
                        0,
                        null,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
            }
        });
    }

    private static int column(double x, double xEnd) {
        return (int) Math.round(LEFT + x / xEnd * (RIGHT - LEFT));
    }

    @Test
    void aFallingCurveFallsAndARisingOneRises() {
        Painted falling = shown(of(4, dots("a", Token.CURVE_TRAIN, 0.4, 0.2, 0.1)));
        double early = falling.middleOfColumn(column(1, 4) + 1, Token.CURVE_TRAIN);
        double late = falling.middleOfColumn(column(3, 4) - 1, Token.CURVE_TRAIN);
        assertTrue(early + 60 < late, "lower numbers lie lower: " + early + ", " + late);
        Painted rising = shown(of(4, dots("a", Token.CURVE_TRAIN, 0.1, 0.2, 0.4)));
        assertTrue(rising.middleOfColumn(column(1, 4) + 1, Token.CURVE_TRAIN)
                > rising.middleOfColumn(column(3, 4) - 1, Token.CURVE_TRAIN) + 60);
    }

    @Test
    void dotsLieAtTheirEpochsAndNothingIsDrawnBesideThem() {
        Painted picture = shown(of(10, dots("a", Token.CURVE_VALIDATION, 0.3, 0.3, 0.3)));
        double height = picture.middleOfColumn(column(2.7, 10), Token.CURVE_VALIDATION);
        picture.assertIs(column(1, 10) - 2, height, Token.CURVE_VALIDATION, "the dot of epoch 1");
        picture.assertIs(column(3, 10) + 2, height, Token.CURVE_VALIDATION, "the dot of epoch 3");
        assertEquals(0, picture.count(column(3, 10) + 6, 40, RIGHT, BOTTOM, Token.CURVE_VALIDATION));
        assertEquals(0, picture.count(LEFT, 40, column(1, 10) - 6, BOTTOM, Token.CURVE_VALIDATION));
    }

    @Test
    void aLevelIsDashedAtItsHeightAndNamedWithItsOwnNumber() {
        CurveContent content = new CurveContent(
                List.of(dots("a", Token.CURVE_TRAIN, 0.4, 0.4)),
                List.of(new Level("PCA", Token.CURVE_PCA, 0.1), new Level("median", Token.FLOW, 0.2)),
                List.of(),
                4);
        Painted picture = shown(content);
        double curve = picture.middleOfColumn(column(1.5, 4), Token.CURVE_TRAIN);
        double zero = BOTTOM;
        double pca = rowOf(picture, Token.CURVE_PCA);
        double median = rowOf(picture, Token.FLOW);
        assertEquals(zero + (curve - zero) / 4, pca, 2, "a quarter of the height of 0.4");
        assertEquals(zero + (curve - zero) / 2, median, 2, "half of it");
        long drawn = picture.count(LEFT, pca, LEFT + 140, pca + 1, Token.CURVE_PCA);
        assertTrue(drawn >= 75 && drawn <= 110, "dashes and gaps, of 140 pixels: " + drawn);
        assertTrue(says(picture, pca, "0.1000", Token.CURVE_PCA, 16));
        assertTrue(says(picture, median, "0.2000", Token.FLOW, 16));
        assertFalse(says(picture, median, "0.1000", Token.FLOW, 16));
    }

    /** The row of the plot with the most of a colour. */
    private static double rowOf(Painted picture, Token token) {
        int best = 0;
        long most = -1;
        for (int y = 34; y < BOTTOM; y++) {
            long here = picture.count(LEFT, y, RIGHT - 200, y + 1, token);
            if (here > most) {
                most = here;
                best = y;
            }
        }
        return best;
    }

    private static boolean says(Painted picture, double row, String number, Token ink, double size) {
        return picture.says(RIGHT - 120, row - 20, RIGHT, row + 4, number, Fonts.strongNumbers(size), ink);
    }

    @Test
    void theLegendNamesEachCurveInItsColourWithItsNewestNumber() {
        Painted picture = shown(
                of(3, dots("Training", Token.CURVE_TRAIN, 0.4, 0.3), dots("Test", Token.CURVE_VALIDATION, 0.5, 0.25)));
        double size = Math.rint(16 * 1.15);
        assertTrue(picture.is(LEFT + 8, 16, Token.CURVE_TRAIN), "the mark of the first");
        assertTrue(picture.says(LEFT, 0, LEFT + 180, 32, "Training", Fonts.words(16), Token.INK));
        assertTrue(picture.says(LEFT, 0, LEFT + 220, 32, "0.3000", Fonts.strongNumbers(size), Token.CURVE_TRAIN));
        assertTrue(picture.says(LEFT, 0, RIGHT, 32, "0.2500", Fonts.strongNumbers(size), Token.CURVE_VALIDATION));
        assertFalse(picture.says(LEFT, 0, RIGHT, 32, "0.4000", Fonts.strongNumbers(size), Token.CURVE_TRAIN));
    }

    @Test
    void theAxisIsNamedWhereItsNumbersLie() {
        Painted picture = shown(of(10, dots("a", Token.CURVE_TRAIN, 0.4, 0.2)));
        for (int epoch : new int[] {2, 6}) {
            int x = column(epoch, 10);
            assertTrue(picture.says(
                    x - 8, BOTTOM, x + 8, HEIGHT, Integer.toString(epoch), Fonts.numbers(14), Token.INK_SOFT));
        }
        assertTrue(picture.says(RIGHT - 60, BOTTOM, RIGHT, HEIGHT, "epochs", Fonts.words(14), Token.INK_SOFT));
    }

    @Test
    void onALogarithmicAxisEqualRatiosAreEqualSteps() {
        List<Level> levels = List.of(
                new Level("a", Token.CLASS_0, 0.02),
                new Level("b", Token.CLASS_1, 0.04),
                new Level("c", Token.CLASS_2, 0.08));
        CurveContent content =
                new CurveContent(List.of(dots("x", Token.CURVE_TRAIN, 0.5, 0.01)), levels, List.of(), 10);
        Painted picture = Painted.of(WIDTH, HEIGHT, () -> new CurveChart(new Appearance(), "epochs"), chart -> {
            chart.logProperty().set(true);
            chart.show(content);
        });
        double low = rowOf(picture, Token.CLASS_0);
        double middle = rowOf(picture, Token.CLASS_1);
        double high = rowOf(picture, Token.CLASS_2);
        assertTrue(low > middle + 20, "twice as much lies higher");
        assertEquals(low - middle, middle - high, 2);
    }

    @Test
    void aMarkerStandsAtItsEpochWithItsWordTowardsTheMiddle() {
        CurveContent content = new CurveContent(
                List.of(dots("a", Token.CURVE_TRAIN, 0.4, 0.2)), List.of(), List.of(new Marker("on", 2)), 10);
        Painted picture = shown(content);
        int x = column(2, 10);
        assertTrue(picture.count(x - 1, 40, x + 2, BOTTOM, Token.INK_FAINT) > 40, "a dotted line at epoch 2");
        assertTrue(picture.says(x, BOTTOM - 20, x + 40, BOTTOM, "on", Fonts.words(14), Token.INK_SOFT));
    }

    @Test
    void batchesAreFaintAndTheirAverageIsBold() {
        double[] noisy = new double[4000];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = i % 2 == 0 ? 0.1 : 0.3;
        }
        Curve curve = new Curve("a", Token.CURVE_TRAIN, Style.RAW_AND_SMOOTH, samples(0, noisy));
        Painted picture = shown(of(4000, curve));
        int x = column(2000, 4000);
        double average = picture.middleOfColumn(x, Token.CURVE_TRAIN);
        assertFalse(picture.is(x, average - 20, Token.CURVE_TRAIN), "a single batch is not bold");
        assertFalse(picture.is(x, average - 20, Token.SURFACE), "but can be seen");
        assertFalse(picture.is(x, average + 20, Token.SURFACE), "on both sides");
        assertTrue(picture.is(x, BOTTOM - 20, Token.SURFACE), "and ends at the lowest");
    }

    @Test
    void underThePointerStandTheNamesAndNumbersOfThatPlace() {
        CurveContent content = of(4, dots("Test", Token.CURVE_VALIDATION, 0.4, 0.3, 0.2));
        Painted picture = shown(content, column(2, 4));
        int x = column(2, 4);
        assertTrue(picture.count(x - 1, 40, x + 2, BOTTOM, Token.INK_FAINT) > 100, "a line under the pointer");
        Painted without = shown(content);
        assertTrue(picture.count(Token.RAISED) > without.count(Token.RAISED) + 1000, "a card beside it");
        assertEquals(0, without.count(x - 1, 40, x + 2, BOTTOM, Token.INK_FAINT), "neither while the pointer is away");
        assertTrue(says(picture, x, "0.3000"), "the number of epoch 2");
        assertFalse(says(picture, x, "0.4000"), "and not of another");
    }

    private static boolean says(Painted picture, int right, String number) {
        Painted.Words words = new Painted.Words(number, Fonts.strongNumbers(14), Token.INK, Token.RAISED);
        return picture.says(words, right, 0, WIDTH, HEIGHT);
    }

    @Test
    void aSecondUnitHasAChartOfItsOwnBelow() {
        CurveContent lower = of(4, dots("KL", Token.CURVE_PCA, 1, 2, 3));
        CurveContent content = new CurveContent(
                List.of(dots("a", Token.CURVE_TRAIN, 300, 280, 270)),
                List.of(),
                List.of(),
                4,
                Axis.FITTED,
                Optional.of(lower));
        Painted picture = shown(content);
        double border = HEIGHT * 0.58;
        assertEquals(0, picture.count(LEFT, border + 34, RIGHT, HEIGHT, Token.CURVE_TRAIN));
        assertEquals(0, picture.count(LEFT, 0, RIGHT, border, Token.CURVE_PCA));
        assertTrue(picture.middleOfColumn(column(1, 4) + 1, Token.CURVE_PCA)
                > picture.middleOfColumn(column(3, 4) - 1, Token.CURVE_PCA) + 20);
    }
}
