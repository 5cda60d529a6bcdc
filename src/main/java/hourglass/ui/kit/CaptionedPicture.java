package hourglass.ui.kit;

import hourglass.core.color.Token;
import hourglass.figures.ArgbPng;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/** A figure with a margin around and its caption wrapped below it, as pixels that any thread may read. */
final class CaptionedPicture {
    private static final int MARGIN = 16;
    private static final int CAPTION = 12;
    private static final int NARROWEST = 360;

    private final int[] argb;
    private final int width;
    private final int height;

    private CaptionedPicture(int width, int height, Color ground) {
        this.width = width;
        this.height = height;
        argb = new int[Math.multiplyExact(width, height)];
        Arrays.fill(argb, opaque(ground));
    }

    /** On the FX thread; {@code scale} is the one the figure was drawn at. */
    static CaptionedPicture of(Image figure, String caption, int scale, ThemeColors colors) {
        int margin = MARGIN * scale;
        int figureWidth = (int) figure.getWidth();
        int figureHeight = (int) figure.getHeight();
        int inner = Math.max(figureWidth, NARROWEST * scale);
        Color ground = colors.of(Token.SURFACE);
        WritableImage words = words(caption, inner, scale, ground, colors.of(Token.INK));
        int wordsHeight = (int) words.getHeight();
        int height = figureHeight + wordsHeight + 3 * margin;
        CaptionedPicture made = new CaptionedPicture(inner + 2 * margin, height, ground);
        made.place(figure, margin, margin);
        made.place(words, margin, figureHeight + 2 * margin);
        return made;
    }

    private static WritableImage words(String caption, int width, int scale, Color ground, Color ink) {
        Text text = new Text(caption);
        text.setFont(Fonts.words(CAPTION * scale));
        text.setFontSmoothingType(FontSmoothingType.GRAY);
        text.setFill(ink);
        text.setWrappingWidth(width);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(ground);
        return text.snapshot(parameters, null);
    }

    private void place(Image image, int x, int y) {
        int across = Math.min((int) image.getWidth(), width - x);
        int down = Math.min((int) image.getHeight(), height - y);
        image.getPixelReader()
                .getPixels(0, 0, across, down, PixelFormat.getIntArgbInstance(), argb, y * width + x, width);
    }

    private static int opaque(Color color) {
        return 0xFF000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    /** Writes it with the caption inside as text too. */
    void write(Path file, String caption) throws IOException {
        ArgbPng.write(file, argb, width, height, caption);
    }
}
