package hourglass.ui.hourglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.core.spec.edit.HourglassShape;
import hourglass.core.spec.edit.HourglassShape.Code;
import hourglass.core.spec.edit.HourglassShape.Image;
import hourglass.testing.Painted;
import hourglass.ui.hourglass.HourglassGeometry.Part;
import hourglass.ui.hourglass.HourglassGeometry.Spot;
import hourglass.ui.kit.Fonts;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourglassPainterTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 320;
    private static final HourglassShape DENSE = HourglassShape.dense(784, List.of(256), 64);

    private static Painted painted(HourglassShape shape, int selected) {
        return Painted.by(WIDTH, HEIGHT, brush -> {
            HourglassPainter painter = new HourglassPainter(brush, shape, selected, null);
            painter.paintShape();
            painter.paintButtons();
        });
    }

    private static HourglassGeometry place(HourglassShape shape) {
        return new HourglassGeometry(shape, WIDTH, HEIGHT, Painted.LOOKS.em());
    }

    private static int x(HourglassShape shape, int layer) {
        return (int) place(shape).x(layer);
    }

    /** How high a bar stands, beside its numbers below. */
    private static long height(Painted picture, int x, Token token) {
        return picture.count(x, 0, x + 1, HEIGHT - 73, token);
    }

    @Test
    void barsAreAsHighAsTheRootOfTheirNeuronsAndTheCodeHasTheAccent() {
        Painted picture = painted(DENSE, -1);
        long image = height(picture, x(DENSE, 0), Token.INK_FAINT);
        assertTrue(image > 150, "fills the height: " + image);
        assertEquals(
                (double) image * Math.sqrt(256 / 784.0), (double) height(picture, x(DENSE, 1), Token.INK_FAINT), 3);
        assertEquals((double) image * Math.sqrt(64 / 784.0), (double) height(picture, x(DENSE, 2), Token.ACCENT), 3);
        assertEquals(0, height(picture, x(DENSE, 2), Token.INK_FAINT), "the code is not grey");
        assertEquals(height(picture, x(DENSE, 1), Token.INK_FAINT), height(picture, x(DENSE, 3), Token.INK_FAINT));
        assertEquals(image, height(picture, x(DENSE, 4), Token.INK_FAINT), "as wide open as it began");
    }

    @Test
    void ribbonsLeadFromBarToBar() {
        Painted picture = painted(DENSE, -1);
        HourglassGeometry place = place(DENSE);
        int between = (x(DENSE, 0) + x(DENSE, 1)) / 2;
        assertFalse(picture.is(between, place.middle(), Token.SURFACE), "between the first two bars");
        picture.assertIs(between, place.middle() - place.layerHeight(0) / 2 + 2, Token.SURFACE, "it narrows");
        picture.assertIs(x(DENSE, 0) - 20, place.middle(), Token.SURFACE, "nothing before the image");
    }

    @Test
    void eachBarHasItsNumberBelow() {
        Painted picture = painted(DENSE, -1);
        double y = place(DENSE).sizeY();
        List<String> sizes = List.of("784", "256", "64", "256", "784");
        for (int layer = 0; layer < sizes.size(); layer++) {
            boolean code = layer == 2;
            int x = x(DENSE, layer);
            assertTrue(
                    picture.says(
                            x - 20,
                            y - 8,
                            x,
                            y + 8,
                            sizes.get(layer),
                            Fonts.strongNumbers(code ? 23 : 17),
                            code ? Token.ACCENT : Token.INK),
                    sizes.get(layer));
        }
        double words = place(DENSE).wordY(Painted.LOOKS.em());
        assertTrue(picture.says(0, words - 8, x(DENSE, 1) - 20, words + 8, "input", Fonts.words(14), Token.INK_SOFT));
        assertTrue(
                picture.says(x(DENSE, 3) + 20, words - 8, WIDTH, words + 8, "output", Fonts.words(14), Token.INK_SOFT));
    }

    @Test
    void theChosenLayerIsFramedInTheAccentAndItsMirrorInGrey() {
        Painted picture = painted(DENSE, 1);
        HourglassGeometry place = place(DENSE);
        double left = place.barWidth() / 2 + 4;
        picture.assertIs(x(DENSE, 1) - left, place.middle(), Token.SELECTION, "around the chosen one");
        picture.assertIs(x(DENSE, 3) - left, place.middle(), Token.BORDER_STRONG, "around its mirror");
        assertFalse(picture.is(x(DENSE, 0) - left, place.middle(), Token.SELECTION), "not around the image");
    }

    @Test
    void theButtonsOfTheChosenLayerShowWhatTheyDo() {
        Painted picture = painted(DENSE, 1);
        for (Spot spot : place(DENSE).spots(1, Painted.LOOKS.em())) {
            boolean across = isInked(picture, spot.x() + 3, spot.y());
            boolean upright = isInked(picture, spot.x(), spot.y() + 3);
            boolean slanted = isInked(picture, spot.x() + 3, spot.y() + 3);
            switch (spot.part()) {
                case LESS -> assertTrue(across && !upright && !slanted, "a minus");
                case MORE, INSERT -> assertTrue(across && upright, "a plus");
                case REMOVE -> assertTrue(slanted && !across && !upright, "a cross");
                case LAYER -> {}
            }
        }
        List<Spot> buttons = place(DENSE).spots(1, Painted.LOOKS.em()).stream()
                .filter(spot -> spot.part() != Part.LAYER && spot.part() != Part.INSERT)
                .toList();
        assertEquals(
                List.of(Part.LESS, Part.MORE, Part.REMOVE),
                buttons.stream().map(Spot::part).toList());
    }

    private static boolean isInked(Painted picture, double x, double y) {
        return !picture.is(x, y, Token.RAISED) && !picture.is(x, y, Token.SURFACE);
    }

    @Test
    void aVariationalCodeIsAMeanAboveADeviationAndASample() {
        HourglassShape shape = new HourglassShape(new Image(784, 1), List.of(), List.of(), 16, Code.DISTRIBUTION);
        Painted picture = painted(shape, -1);
        HourglassGeometry place = place(shape);
        int side = (int) place.barWidth() / 2 - 4;
        double away = HourglassGeometry.PAIR_GAP / 2 + 4;
        picture.assertIs(x(shape, 1) - side, place.middle() - away, Token.ACCENT, "the mean is filled");
        picture.assertIs(x(shape, 1) - side, place.middle() + away, Token.SURFACE, "the deviation is a frame");
        picture.assertIs(x(shape, 1) + place.sampleOffset(), place.middle(), Token.ACCENT, "the sample to its right");
    }

    @Test
    void featureMapsAreSheetsTheLastOneInFront() {
        HourglassShape shape = new HourglassShape(new Image(28, 28), List.of(16), List.of(), 0, Code.POINT);
        Painted picture = painted(shape, -1);
        HourglassGeometry place = place(shape);
        HourglassGeometry.Sheets sheets = place.sheets(1);
        assertEquals(6, sheets.count());
        double left = x(shape, 1) - sheets.whole() / 2;
        double front = left + (sheets.count() - 1) * sheets.apart();
        picture.assertIs(front + sheets.width() / 2, place.middle(), Token.ACCENT, "the front one is whole");
        assertFalse(picture.is(left + 2, place.middle(), Token.ACCENT), "the hindmost is dimmer");
        assertFalse(picture.is(left + 2, place.middle(), Token.SURFACE), "but there");
        double words = place.wordY(Painted.LOOKS.em());
        assertTrue(
                picture.says(0, words - 8, x(shape, 1), words + 8, "14×14", Fonts.words(14), Token.INK_SOFT)
                        || picture.says(
                                0, words - 8, x(shape, 1), words + 8, "code 14×14", Fonts.words(14), Token.INK_SOFT),
                "its size below");
    }
}
