package hourglass.figures;

import hourglass.core.color.Ground;
import hourglass.core.color.Palette;
import hourglass.core.color.Token;
import hourglass.core.color.Tokens;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** Colours and faces of a figure: those of the window, on its ground or on white. Immutable. */
public final class FigureStyle {
    private final Ground ground;
    private final Tokens tokens;

    /** The two faces that travel inside the program, of any size. */
    private static final class Faces {
        static final Font WORDS = load("/fonts/Inter-Regular.otf", Font.SANS_SERIF);
        static final Font NUMBERS = load("/fonts/JetBrainsMono-Regular.ttf", Font.MONOSPACED);

        /** A platform that cannot read the file has at least a face of the same kind. */
        private static Font load(String file, String otherwise) {
            try (InputStream stream = FigureStyle.class.getResourceAsStream(file)) {
                return stream == null
                        ? new Font(otherwise, Font.PLAIN, 12)
                        : Font.createFont(Font.TRUETYPE_FONT, stream);
            } catch (IOException | FontFormatException unreadable) {
                return new Font(otherwise, Font.PLAIN, 12);
            }
        }
    }

    private FigureStyle(Ground ground) {
        this.ground = ground;
        tokens = Tokens.on(ground);
    }

    /** On a ground. */
    public static FigureStyle on(Ground ground) {
        return new FigureStyle(ground);
    }

    /** On white. */
    public static FigureStyle light() {
        return on(Ground.LIGHT);
    }

    /** On the dark ground. */
    public static FigureStyle dark() {
        return on(Ground.DARK);
    }

    Ground ground() {
        return ground;
    }

    Font words() {
        return Faces.WORDS;
    }

    Font numbers() {
        return Faces.NUMBERS;
    }

    Color color(Token token) {
        return new Color(tokens.argb(token), true);
    }

    Color back() {
        return new Color(ground.argb());
    }

    Color ink() {
        return color(Token.INK);
    }

    Color mutedInk() {
        return color(Token.INK_SOFT);
    }

    Color line() {
        return color(Token.BORDER);
    }

    Color accent() {
        return color(Token.CURVE_TRAIN);
    }

    Color second() {
        return color(Token.CURVE_VALIDATION);
    }

    Color classColor(int label) {
        return new Color(Palette.on(ground).color(label));
    }
}
