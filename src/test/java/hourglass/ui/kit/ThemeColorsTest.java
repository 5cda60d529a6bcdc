package hourglass.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeColorsTest {
    private static final List<Token> GROUNDS = List.of(Token.GROUND, Token.SURFACE, Token.WELL);
    private static final List<Token> INKS = List.of(Token.INK, Token.INK_SOFT, Token.INK_FAINT);
    private static final List<Token> COLOURS = List.of(
            Token.ACCENT,
            Token.FLOW,
            Token.FOCUS,
            Token.SELECTION,
            Token.INFO,
            Token.SUCCESS,
            Token.WARN,
            Token.DANGER,
            Token.CURVE_TRAIN,
            Token.CURVE_VALIDATION,
            Token.CURVE_PCA,
            Token.SECOND,
            Token.NEGATIVE,
            Token.POSITIVE);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTokenIsDeclaredAndEveryDeclarationIsAToken(Theme theme) {
        Set<String> declared = new TreeSet<>();
        Matcher matcher = Pattern.compile("(-hg-[a-z0-9-]+)\\s*:")
                .matcher(Resources.text(theme.ground().tokenFile()));
        while (matcher.find()) {
            assertTrue(declared.add(matcher.group(1)), matcher.group(1) + " is declared twice");
        }
        Set<String> tokens =
                Arrays.stream(Token.values()).map(Token::css).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(tokens, declared);
    }

    @Test
    void ourStyleSheetUsesOnlyDeclaredTokensAndNoLiteral() {
        String css = Resources.text("/css/hourglass.css").replaceAll("(?s)/\\*.*?\\*/", "");
        Set<String> tokens = Arrays.stream(Token.values()).map(Token::css).collect(Collectors.toSet());
        Matcher matcher = Pattern.compile("-hg-[a-z0-9-]+").matcher(css);
        while (matcher.find()) {
            assertTrue(tokens.contains(matcher.group()), matcher.group() + " is not a token");
        }
        assertFalse(Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsb\\(")
                .matcher(css)
                .find());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyInkCanBeReadOnEveryGround(Theme theme) {
        ThemeColors colors = ThemeColors.of(theme);
        for (Token ground : GROUNDS) {
            INKS.forEach(ink -> assertContrast(4.5, colors, ink, ground));
            COLOURS.forEach(ink -> assertContrast(4.5, colors, ink, ground));
        }
        INKS.forEach(ink -> assertContrast(4.5, colors, ink, Token.RAISED));
        COLOURS.forEach(ink -> assertContrast(3, colors, ink, Token.RAISED));
        assertContrast(4.5, colors, Token.ON_ACCENT, Token.ACCENT);
        assertContrast(4.5, colors, Token.ON_ACCENT, Token.ACCENT_STRONG);
        assertContrast(4.5, colors, Token.ON_SELECTION, Token.SELECTION);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void outlinesAndClassesStandOffWhateverTheyStandOn(Theme theme) {
        ThemeColors colors = ThemeColors.of(theme);
        for (Token ground : GROUNDS) {
            assertContrast(3, colors, Token.BORDER_STRONG, ground);
            for (int label = 0; label < 10; label++) {
                assertContrast(3, colors, Token.ofClass(label), ground);
            }
        }
    }

    private static void assertContrast(double least, ThemeColors colors, Token ink, Token ground) {
        double contrast = contrast(colors.of(ink), colors.of(ground));
        assertTrue(contrast >= least, ink + " on " + ground + " is " + contrast);
    }

    /** WCAG 2.1, relative luminance. */
    private static double contrast(Color a, Color b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
