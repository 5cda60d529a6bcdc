package hourglass.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.ui.kit.Appearance;
import hourglass.ui.pictures.CodeCells.Shape;
import org.junit.jupiter.api.Test;

class CodeCellsTest {
    /** Two by two cells of 42 in 100 pixels, 4 of them a gap. */
    private static Painted shown(Shape shape, float... code) {
        return Painted.of(100, 100, () -> new CodeCells(new Appearance()), cells -> cells.show(code, shape));
    }

    @Test
    void numbersStandInRowsAndTheLargestHasTheFullColour() {
        Painted picture = shown(Shape.folded(4), 2, 0, -2, 1);
        picture.assertIs(29, 29, Token.ACCENT, "the first at the upper left");
        picture.assertIs(71, 29, Token.RAISED, "nothing for 0 to its right");
        picture.assertIs(29, 71, Token.NEGATIVE, "a negative one in the other colour below the first");
        picture.assertIs(
                71,
                71,
                Painted.color(Token.RAISED).interpolate(Painted.color(Token.ACCENT), 0.5),
                "half of the largest at the lower right");
    }

    @Test
    void mapsStandSideBySideWithTheirNumbersApart() {
        // Two maps of 1 × 2: in memory the maps alternate.
        Painted picture = shown(new Shape(2, 1, 2), 1, 0, 0, 1);
        picture.assertIs(15, 50, Token.ACCENT, "left of the first map");
        picture.assertIs(35, 50, Token.RAISED, "right of the first map");
        picture.assertIs(63, 50, Token.RAISED, "left of the second map");
        picture.assertIs(83, 50, Token.ACCENT, "right of the second map");
        assertEquals(new Shape(1, 8, 8), Shape.folded(64));
        assertEquals(new Shape(1, 2, 3), Shape.folded(5));
    }
}
