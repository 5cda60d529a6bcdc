package hourglass.figures;

import hourglass.core.color.Ground;
import hourglass.core.color.Palette;
import hourglass.core.color.SignedErrorMap;
import hourglass.core.color.Token;
import hourglass.core.color.Tokens;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Colours and faces of a figure: those of the window, on its ground or on white, or such that everything can be told
 * apart without colour. Immutable.
 */
public final class FigureStyle {
    private static final String WORDS_FILE = "/fonts/Inter-Regular.otf";
    private static final String NUMBERS_FILE = "/fonts/JetBrainsMono-Regular.ttf";
    private static final String STRONG_FILE = "/fonts/JetBrainsMono-Bold.ttf";

    /** Strokes and gaps by which curves differ on paper, in turn. */
    private static final double[][] DASHES = {{}, {6, 3}, {1.5, 2.5}, {8, 2.5, 1.5, 2.5}, {3, 3}};

    private final Ground ground;
    private final Tokens tokens;
    private final Telling telling;

    /** By what things are told apart. */
    private enum Telling {
        /** By their colours. */
        COLOR,
        /** By lightness, marks and dashes beside their colours. */
        MARKS
    }

    /** The faces that travel inside the program, of any size. */
    private static final class Faces {
        static final Font WORDS = load(WORDS_FILE, Font.SANS_SERIF);
        static final Font NUMBERS = load(NUMBERS_FILE, Font.MONOSPACED);
        static final Font STRONG = load(STRONG_FILE, Font.MONOSPACED);

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

    private FigureStyle(Ground ground, Telling telling) {
        this.ground = ground;
        this.telling = telling;
        tokens = Tokens.on(ground);
    }

    /** On a ground. */
    public static FigureStyle on(Ground ground) {
        return new FigureStyle(ground, Telling.COLOR);
    }

    /**
     * On white, for paper, copies in grey and every kind of colour vision: classes have marks of their own, curves dashes,
     * and what is told by colour elsewhere differs in lightness.
     */
    public static FigureStyle print() {
        return new FigureStyle(Ground.LIGHT, Telling.MARKS);
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

    boolean hasMarks() {
        return telling == Telling.MARKS;
    }

    Font face(Ink.Face face) {
        return switch (face) {
            case WORDS -> Faces.WORDS;
            case NUMBERS -> Faces.NUMBERS;
            case STRONG_NUMBERS -> Faces.STRONG;
        };
    }

    /** The file of a face, on the class path. */
    static String file(Font font) {
        return isStrong(font) ? STRONG_FILE : is(font, Faces.NUMBERS) ? NUMBERS_FILE : WORDS_FILE;
    }

    static boolean isStrong(Font font) {
        return is(font, Faces.STRONG);
    }

    private static boolean is(Font font, Font face) {
        return font.getFontName(Locale.ROOT).equals(face.getFontName(Locale.ROOT));
    }

    /** The names of a face and of what may stand for it, for style sheets. */
    static String families(Font font) {
        boolean words = is(font, Faces.WORDS);
        return words ? "Inter, Helvetica, Arial, sans-serif" : "'JetBrains Mono', Menlo, Consolas, monospace";
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream stream = FigureStyle.class.getResourceAsStream(file)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        }
    }

    /** Strokes and gaps of a line in turn; none where it is whole. Curves on paper have some each, by their colour. */
    double[] dashes(Ink.Pen pen) {
        double[] own = pen.dash().lengths();
        return own.length > 0 || !hasMarks() ? own : DASHES[turn(pen.color())];
    }

    private static int turn(Token token) {
        return switch (token) {
            case CLASS_1, CLASS_6 -> 1;
            case CLASS_2, CLASS_7 -> 2;
            case CLASS_3, CLASS_8 -> 3;
            case CLASS_4, CLASS_9 -> 4;
            case CURVE_VALIDATION -> 1;
            case CURVE_PCA -> 2;
            case SECOND -> 3;
            default -> 0;
        };
    }

    Color color(Token token) {
        return new Color(hasMarks() ? onPaper(token) : tokens.argb(token), true);
    }

    /** Parts of one whole and curves differ in lightness. */
    private int onPaper(Token token) {
        return switch (token) {
            case FLOW -> 0xffa9c1dc;
            case DANGER -> 0xff7a1408;
            case CURVE_TRAIN -> 0xff0b3d7a;
            case CURVE_VALIDATION -> 0xffd98200;
            default -> tokens.argb(token);
        };
    }

    /** Colours of signed errors of {@code −range … range}. */
    SignedErrorMap errors(double range) {
        return hasMarks() ? SignedErrorMap.onPaper(range) : SignedErrorMap.on(ground, range);
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
