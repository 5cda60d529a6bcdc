package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import hourglass.core.color.Token;
import org.junit.jupiter.api.Test;

class AppearanceTest {
    private final Appearance appearance = new Appearance();

    @Test
    void coloursFollowTheTheme() {
        ThemeColors dark = appearance.colors();
        appearance.switchTheme();
        assertEquals(Theme.LIGHT, appearance.themeProperty().get());
        assertNotEquals(dark.of(Token.GROUND), appearance.colors().of(Token.GROUND));
        appearance.switchTheme();
        assertEquals(dark, appearance.colors());
    }

    @Test
    void textSizeStopsAtBothEnds() {
        for (int i = 0; i < 20; i++) {
            appearance.larger();
        }
        assertEquals(32, appearance.textSizeProperty().get());
        for (int i = 0; i < 20; i++) {
            appearance.smaller();
        }
        assertEquals(14, appearance.textSizeProperty().get());
        appearance.resetTextSize();
        assertEquals(16, appearance.textSizeProperty().get());
    }
}
