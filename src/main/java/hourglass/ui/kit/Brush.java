package hourglass.ui.kit;

import hourglass.core.color.Token;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What a painter needs: where to, how large, in which colours and at which text size. */
public record Brush(GraphicsContext g, double width, double height, ThemeColors colors, double em) {
    /** Font size for axes and captions. */
    public double small() {
        return Math.round(em * 0.86);
    }

    /** The colour named {@code token}. */
    public Color color(Token token) {
        return colors.of(token);
    }

    /** A filled rectangle with round corners. */
    public void roundRect(double x, double y, double w, double h, double radius) {
        g.fillRoundRect(x, y, w, h, 2 * radius, 2 * radius);
    }

    /** A line of text with its left, middle or right end at {@code x}, vertically centred on {@code y}. */
    public void text(String text, double x, double y, Font font, TextAlignment alignment) {
        g.setFont(font);
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    /** A line of text from {@code x} on, vertically centred on {@code y}, drawn narrower rather than beyond {@code most}. */
    public void text(String text, double x, double y, double most, Font font) {
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y, Math.max(1, most));
    }

    /** A sharp line one pixel wide. */
    public void hairline(double x1, double y1, double x2, double y2) {
        g.setLineWidth(1);
        g.strokeLine(crisp(x1), crisp(y1), crisp(x2), crisp(y2));
    }

    private static double crisp(double value) {
        return Math.floor(value) + 0.5;
    }
}
