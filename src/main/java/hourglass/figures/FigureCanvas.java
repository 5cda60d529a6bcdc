package hourglass.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Draws on the page of a figure: text by its top left corner, images as sharp squares. */
final class FigureCanvas {
    /** Room at all four edges, in points. */
    static final int MARGIN = 24;

    final FigureStyle style;
    final FigureType type;
    final Page page;

    FigureCanvas(FigureType type, Page page) {
        this.style = type.style;
        this.type = type;
        this.page = page;
    }

    void text(Font font, Color color, String text, int x, int top) {
        page.text(text, x, top + type.ascent(font), font, color);
    }

    void textCentred(Font font, Color color, String text, int centre, int top) {
        text(font, color, text, centre - type.width(font, text) / 2, top);
    }

    void textRight(Font font, Color color, String text, int right, int top) {
        text(font, color, text, right - type.width(font, text), top);
    }

    void fill(Color color, int x, int y, int width, int height) {
        page.fill(new Rectangle2D.Double(x, y, width, height), color);
    }

    void stroke(Color color, double width, Shape shape) {
        page.draw(
                shape,
                color,
                new BasicStroke((float) (width * type.scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    void dashed(Color color, double width, Shape shape) {
        float dash = 5f * type.scale;
        float[] dashes = {dash, dash};
        float wide = (float) (width * type.scale);
        page.draw(shape, color, new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }

    /** Draws pixels {@code [height × width]} as squares of {@code side}; none where it is transparent. */
    void pixels(int[] argb, int width, int side, int x, int y) {
        page.pixels(argb, width, side, x, y);
    }
}
