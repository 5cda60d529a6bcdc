package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.Test;

class BrushTest {
    @Test
    void aHairlineIsOnePixelSharp() {
        Painted picture = Painted.by(40, 20, brush -> {
            brush.g().setStroke(brush.color(Token.INK));
            brush.hairline(5.3, 10.8, 30, 10.2);
        });
        picture.assertIs(15, 10, Token.INK, "the line");
        picture.assertIs(15, 9, Token.SURFACE, "above");
        picture.assertIs(15, 11, Token.SURFACE, "below");
    }

    @Test
    void textEndsOrBeginsWhereItIsToldTo() {
        assertEquals(0, ink(TextAlignment.LEFT, 0, 60), "left: nothing before");
        assertTrue(ink(TextAlignment.LEFT, 60, 120) > 20);
        assertEquals(0, ink(TextAlignment.RIGHT, 60, 120), "right: nothing behind");
        assertTrue(ink(TextAlignment.RIGHT, 0, 60) > 20);
        assertTrue(ink(TextAlignment.CENTER, 0, 60) > 10 && ink(TextAlignment.CENTER, 60, 120) > 10);
    }

    private static long ink(TextAlignment alignment, int from, int to) {
        Painted picture = Painted.by(120, 30, brush -> {
            brush.g().setFill(brush.color(Token.INK));
            brush.text("MMMM", 60, 15, Fonts.strongWords(14), alignment);
        });
        return picture.count(from, 0, to, 30, Token.INK);
    }

    @Test
    void aRoundRectangleHasItsRadius() {
        Painted picture = Painted.by(40, 40, brush -> {
            brush.g().setFill(brush.color(Token.ACCENT));
            brush.roundRect(5, 5, 30, 30, 10);
        });
        picture.assertIs(20, 6, Token.ACCENT, "the top");
        picture.assertIs(6, 6, Token.SURFACE, "the corner is cut");
        picture.assertIs(9, 9, Token.ACCENT, "by its radius and no more");
    }
}
