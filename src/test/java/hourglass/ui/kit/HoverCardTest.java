package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.testing.Painted.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoverCardTest {
    private static final List<HoverCard.Line> LINES = List.of(
            new HoverCard.Line("Network", "0.0123", Token.CURVE_TRAIN),
            new HoverCard.Line("PCA", "0.0456", Token.CURVE_PCA));

    private static Painted at(double x, double y) {
        return Painted.by(300, 120, brush -> HoverCard.paint(brush, x, y, LINES));
    }

    @Test
    void eachNameStandsOnOneLineWithItsOwnNumberAndMark() {
        Painted picture = at(20, 60);
        int split = 60;
        assertTrue(picture.says(name("Network"), 30, 20, 120, split), "first");
        assertTrue(picture.says(number("0.0123"), 30, 20, 300, split), "with its number");
        assertTrue(picture.says(name("PCA"), 30, split, 120, 100), "second");
        assertTrue(picture.says(number("0.0456"), 30, split, 300, 100), "with its number");
        assertFalse(picture.says(number("0.0456"), 30, 20, 300, split), "not beside the other name");
        assertTrue(picture.count(30, 20, 60, split, Token.CURVE_TRAIN) > 10);
        assertTrue(picture.count(30, split, 60, 100, Token.CURVE_PCA) > 10);
    }

    private static Words name(String text) {
        return new Words(text, Fonts.words(14), Token.INK_SOFT, Token.RAISED);
    }

    private static Words number(String text) {
        return new Words(text, Fonts.strongNumbers(14), Token.INK, Token.RAISED);
    }

    @Test
    void itStandsBesideThePointerAndStaysInside() {
        assertEquals(0, at(20, 60).count(0, 0, 31, 120, Token.RAISED), "to its right");
        Painted atTheEdge = at(290, 60);
        assertEquals(0, atTheEdge.count(279, 0, 300, 120, Token.RAISED), "to its left where the right has no room");
        long whole = at(20, 60).count(Token.RAISED);
        assertEquals((double) whole, (double) atTheEdge.count(Token.RAISED), 12, "whole");
        assertEquals((double) whole, (double) at(20, 0).count(Token.RAISED), 12, "whole at the top");
        assertEquals((double) whole, (double) at(20, 120).count(Token.RAISED), 12, "whole at the bottom");
    }
}
