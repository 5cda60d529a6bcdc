package hourglass.ui.kit;

import hourglass.core.color.Argb;
import hourglass.core.color.Token;
import hourglass.core.color.Tokens;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/** The colours of a theme for code that paints, read from the same file as the style sheets use. */
public record ThemeColors(Map<Token, Color> byToken) {
    /** The colours of {@code theme}. */
    public static ThemeColors of(Theme theme) {
        Tokens tokens = Tokens.on(theme.ground());
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            int argb = tokens.argb(token);
            colors.put(token, Color.rgb(Argb.red(argb), Argb.green(argb), Argb.blue(argb), Argb.alpha(argb) / 255.0));
        }
        return new ThemeColors(Map.copyOf(colors));
    }

    /** The colour named {@code token}. */
    public Color of(Token token) {
        return Objects.requireNonNull(byToken.get(token));
    }

    /** The colour named {@code token}, with {@code opacity} in 0 … 1. */
    public Color of(Token token, double opacity) {
        Color color = of(token);
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    /** The colour of class {@code index}. */
    public Color ofClass(int index) {
        return of(Token.ofClass(index));
    }
}
