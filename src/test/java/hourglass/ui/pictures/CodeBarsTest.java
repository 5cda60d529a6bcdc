package hourglass.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.testing.Painted;
import hourglass.ui.kit.Appearance;
import org.junit.jupiter.api.Test;

class CodeBarsTest {
    /** Three bars of 48 pixels in the middle of 300, on a height of 100 with a margin of 4. */
    private static int middle(int bar) {
        return 78 + 48 * bar + 23;
    }

    private static Painted shown(float... code) {
        return Painted.of(300, 108, () -> new CodeBars(new Appearance()), bars -> bars.show(code));
    }

    @Test
    void positiveNumbersRiseAndNegativeOnesHang() {
        Painted picture = shown(0.5f, -1, 0.25f);
        picture.assertIs(middle(0), 32, Token.ACCENT, "0.5 rises half the way");
        picture.assertIs(middle(0), 26, Token.SURFACE, "and no further");
        picture.assertIs(middle(0), 60, Token.SURFACE, "and does not hang");
        picture.assertIs(middle(1), 100, Token.NEGATIVE, "-1 hangs to the edge");
        picture.assertIs(middle(1), 50, Token.SURFACE, "and does not rise");
        picture.assertIs(middle(2), 45, Token.ACCENT, "0.25 rises a quarter");
        picture.assertIs(middle(2), 38, Token.SURFACE, "and no further");
    }

    @Test
    void withoutNegativeNumbersTheBarsStandOnTheGround() {
        Painted picture = shown(1, 0.5f, 0);
        picture.assertIs(middle(0), 6, Token.ACCENT, "the largest fills the height");
        picture.assertIs(middle(1), 58, Token.ACCENT, "half as high");
        picture.assertIs(middle(1), 50, Token.SURFACE, "and no further");
        picture.assertIs(middle(2), 98, Token.SURFACE, "nothing for 0");
    }

    @Test
    void anotherFullScaleMakesThemSmaller() {
        Painted picture =
                Painted.of(300, 108, () -> new CodeBars(new Appearance()), bars -> bars.show(new float[] {1, 1, 1}, 4));
        assertTrue(picture.is(middle(0), 82, Token.ACCENT), "a quarter of the height");
        assertTrue(picture.is(middle(0), 75, Token.SURFACE));
    }
}
