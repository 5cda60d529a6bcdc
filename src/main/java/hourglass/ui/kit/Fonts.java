package hourglass.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The bundled faces: Inter for words, the same with digits of one width for numbers, JetBrains Mono for paths and sums. */
public final class Fonts {
    /** Width of a digit of the number face in parts of its size; no other sign of a number is wider. */
    public static final double NUMBER_ADVANCE = 0.648;

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "HourglassNumbers-Regular.otf",
            "HourglassNumbers-SemiBold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf",
            "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /** Makes the faces known to the toolkit; call once before the first scene. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream stream = Resources.open("/fonts/" + file)) {
                Font.loadFont(stream, 14);
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot read the font " + file + " inside the program file.", failure);
            }
        }
    }

    /** Words. */
    public static Font words(double size) {
        return new Font("Inter Regular", size);
    }

    /** Words with weight. */
    public static Font strongWords(double size) {
        return new Font("Inter Semi Bold", size);
    }

    /** Numbers. */
    public static Font numbers(double size) {
        return new Font("Hourglass Numbers Regular", size);
    }

    /** Numbers with weight. */
    public static Font strongNumbers(double size) {
        return new Font("Hourglass Numbers SemiBold", size);
    }

    /** How wide a line of text is. */
    public static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
