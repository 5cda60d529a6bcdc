package hourglass.ui.kit;

import hourglass.core.color.Token;
import java.util.List;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A small card of names and numbers beside the pointer, kept inside the drawing. */
public final class HoverCard {
    private static final double PAD = 8;
    private static final double OFFSET = 12;

    /** A name on the left, its number on the right, and the colour of its mark if it has one. */
    public record Line(String name, String number, @Nullable Token mark) {}

    private HoverCard() {}

    /** Paints lines beside a point, kept inside the canvas. */
    public static void paint(Brush brush, double x, double y, List<Line> lines) {
        double size = brush.small();
        double rowHeight = Math.round(size * 1.6);
        double width = width(lines, size);
        double height = rowHeight * lines.size() + 2 * PAD - 4;
        double left = x + OFFSET + width > brush.width() ? Math.max(0, x - OFFSET - width) : x + OFFSET;
        double top = Math.max(0, Math.min(y - height / 2, brush.height() - height));
        ground(brush, Math.rint(left), Math.rint(top), width, height);
        for (int i = 0; i < lines.size(); i++) {
            line(brush, lines.get(i), Math.rint(left), top + PAD - 2 + rowHeight * (i + 0.5), width);
        }
    }

    private static double width(List<Line> lines, double size) {
        double most = 0;
        for (Line line : lines) {
            double mark = line.mark() == null ? 0 : size;
            double name = line.name().length() * size * Fonts.NUMBER_ADVANCE;
            most = Math.max(most, mark + name + 16 + line.number().length() * size * Fonts.NUMBER_ADVANCE);
        }
        return Math.ceil(most + 2 * PAD);
    }

    private static void ground(Brush brush, double x, double y, double w, double h) {
        brush.g().setFill(brush.color(Token.SHADOW));
        brush.roundRect(x, y + 2, w, h, 6);
        brush.g().setFill(brush.color(Token.BORDER_STRONG));
        brush.roundRect(x, y, w, h, 6);
        brush.g().setFill(brush.color(Token.RAISED));
        brush.roundRect(x + 1, y + 1, w - 2, h - 2, 5);
    }

    private static void line(Brush brush, Line line, double left, double y, double width) {
        double size = brush.small();
        double textLeft = left + PAD;
        if (line.mark() != null) {
            Paint mark = brush.color(line.mark());
            brush.g().setFill(mark);
            brush.g().fillOval(textLeft, y - size * 0.25, size * 0.5, size * 0.5);
            textLeft += size;
        }
        brush.g().setFill(brush.color(Token.INK_SOFT));
        brush.text(line.name(), textLeft, y, Fonts.words(size), TextAlignment.LEFT);
        brush.g().setFill(brush.color(Token.INK));
        brush.text(line.number(), left + width - PAD, y, Fonts.strongNumbers(size), TextAlignment.RIGHT);
    }
}
