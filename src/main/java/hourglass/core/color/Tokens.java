package hourglass.core.color;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The colours of a ground, read from the same file as the window's style sheets use. Immutable. */
public final class Tokens {
    private static final Pattern DECLARATION =
            Pattern.compile("(-hg-[a-z0-9-]+)\\s*:\\s*#([0-9a-fA-F]{6})([0-9a-fA-F]{2})?\\s*;");

    private final Map<Token, Integer> argb;

    private Tokens(Map<Token, Integer> argb) {
        this.argb = argb;
    }

    /** Of a ground. */
    public static Tokens on(Ground ground) {
        String file = ground.tokenFile();
        try (InputStream stream = Tokens.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The program file is incomplete: " + file + " is missing from it.");
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file + " inside the program file.", failure);
        }
    }

    /**
     * Reads declarations such as {@code -hg-ink: #eef2f6;} and ignores everything else.
     *
     * @throws IllegalArgumentException if a colour is missing
     */
    static Tokens parse(String css) {
        Map<Token, Integer> found = new EnumMap<>(Token.class);
        Matcher matcher = DECLARATION.matcher(css);
        while (matcher.find()) {
            Token token = byCss(matcher.group(1));
            int alpha = matcher.group(3) == null ? 0xff : Integer.parseInt(matcher.group(3), 16);
            if (token != null) {
                found.put(token, Argb.withAlpha(Integer.parseInt(matcher.group(2), 16), alpha));
            }
        }
        for (Token token : Token.values()) {
            if (!found.containsKey(token)) {
                throw new IllegalArgumentException("The colour " + token.css() + " is missing from the token file.");
            }
        }
        return new Tokens(found);
    }

    private static @Nullable Token byCss(String css) {
        for (Token token : Token.values()) {
            if (token.css().equals(css)) {
                return token;
            }
        }
        return null;
    }

    /** One colour, packed as {@code 0xAARRGGBB}. */
    public int argb(Token token) {
        Integer color = argb.get(token);
        if (color == null) {
            throw new IllegalStateException("No colour " + token.css());
        }
        return color;
    }
}
