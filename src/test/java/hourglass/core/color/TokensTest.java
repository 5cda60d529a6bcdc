package hourglass.core.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
    @Test
    void coloursAreReadFromTheFileOfTheGround() {
        assertEquals(0xff0b0f14, Tokens.on(Ground.DARK).argb(Token.GROUND));
        assertEquals(0xff0e141b, Tokens.on(Ground.LIGHT).argb(Token.INK));
        assertEquals(0x99000000, Tokens.on(Ground.DARK).argb(Token.SHADOW), "with its opacity");
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void theClassesAreThoseOfThePalette(Ground ground) {
        Tokens tokens = Tokens.on(ground);
        for (int label = 0; label < 10; label++) {
            assertEquals(Palette.on(ground).color(label), tokens.argb(Token.ofClass(label)), "class " + label);
        }
    }

    @Test
    void aMissingColourIsNamed() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> Tokens.parse(".root { -hg-ground: #000000; }"));
        assertTrue(String.valueOf(failure.getMessage()).contains("-hg-surface"), failure.getMessage());
    }
}
