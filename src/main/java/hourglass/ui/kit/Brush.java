package hourglass.ui.kit;

import hourglass.core.color.Token;
import hourglass.figures.Ink;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What a painter needs: where to, how large, in which colours and at which text size. */
public record Brush(GraphicsContext g, double width, double height, ThemeColors colors, double em) implements Ink {
    private static Font font(Letters letters) {
        return switch (letters.face()) {
            case WORDS -> Fonts.words(letters.size());
            case NUMBERS -> Fonts.numbers(letters.size());
            case STRONG_NUMBERS -> Fonts.strongNumbers(letters.size());
        };
    }

    @Override
    public double width(String words, Letters letters) {
        if (letters.face() != Face.WORDS) {
            return words.length() * Fonts.NUMBER_ADVANCE * letters.size();
        }
        return Fonts.width(words, font(letters));
    }

    @Override
    public void text(String words, double x, double middle, Side side, Letters letters) {
        g.setFill(color(letters.color()));
        TextAlignment alignment =
                switch (side) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                };
        text(words, x, middle, font(letters), alignment);
    }

    @Override
    public void line(double[] xs, double[] ys, Pen pen) {
        g.setStroke(pen.opacity() < 1 ? colors.of(pen.color(), pen.opacity()) : color(pen.color()));
        g.setLineWidth(pen.width());
        g.setLineDashes(pen.dash().lengths());
        g.beginPath();
        boolean begun = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
                if (begun) {
                    g.lineTo(xs[i], ys[i]);
                } else {
                    g.moveTo(xs[i], ys[i]);
                }
                begun = true;
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    @Override
    public void fill(double x, double y, double across, double down, Token color, double opacity) {
        g.setFill(opacity < 1 ? colors.of(color, opacity) : color(color));
        g.fillRect(x, y, across, down);
    }

    @Override
    public void disc(double x, double y, double radius, Token color) {
        g.setFill(color(color));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void clipped(double x, double y, double across, double down, Runnable drawing) {
        g.save();
        g.beginPath();
        g.rect(x, y, across, down);
        g.clip();
        drawing.run();
        g.restore();
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
