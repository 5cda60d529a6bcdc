package hourglass.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;

/** What a figure is drawn on: pixels, or a file of shapes and letters. From the top left corner, y downwards. */
interface Page {
    /** A filled shape. */
    void fill(Shape shape, Color color);

    /** The outline of a shape. */
    void draw(Shape shape, Color color, Stroke stroke);

    /** A line of text from its left end, on its baseline. */
    void text(String words, double left, double baseline, Font font, Color color);

    /** Pixels {@code [height × width]} as squares of {@code side}, without any smoothing; none where it is transparent. */
    void pixels(int[] argb, int width, int side, int left, int top);

    /** Draws within a rectangle only. */
    void clipped(Rectangle2D area, Runnable drawing);
}
