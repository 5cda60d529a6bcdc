package hourglass.ui.kit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a theme for code that paints, read from the same file as the style sheets use. */
public record ThemeColors(Map<Token, Color> byToken) {
    private static final Pattern DECLARATION = Pattern.compile("(-hg-[a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    /** Checks that no colour is missing. */
    public ThemeColors {
        for (Token token : Token.values()) {
            if (!byToken.containsKey(token)) {
                throw new IllegalArgumentException("The colour " + token.css() + " is missing from the token file.");
            }
        }
        byToken = Map.copyOf(byToken);
    }

    /** The colours of {@code theme}. */
    public static ThemeColors of(Theme theme) {
        return parse(Resources.text(theme.tokenFile()));
    }

    /** Reads declarations such as {@code -hg-ink: #eef2f6;} and ignores everything else. */
    static ThemeColors parse(String css) {
        Map<String, Color> declared = new HashMap<>();
        Matcher matcher = DECLARATION.matcher(css);
        while (matcher.find()) {
            declared.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            Color color = declared.get(token.css());
            if (color != null) {
                colors.put(token, color);
            }
        }
        return new ThemeColors(colors);
    }

    /** The colour named {@code token}. */
    public Color of(Token token) {
        Color color = byToken.get(token);
        if (color == null) {
            throw new IllegalStateException("No colour " + token.css());
        }
        return color;
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
