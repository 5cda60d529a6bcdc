package hourglass.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A page of pixels. */
final class RasterPage implements Page, AutoCloseable {
    private final BufferedImage image;
    private final Graphics2D graphics;

    RasterPage(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    @Override
    public void draw(Shape shape, Color color, Stroke stroke) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    @Override
    public void text(String words, double left, double baseline, Font font, Color color) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(words, (float) left, (float) baseline);
    }

    @Override
    public void pixels(int[] argb, int width, int side, int left, int top) {
        int[] square = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 != 0) {
                Arrays.fill(square, argb[i]);
                image.setRGB(left + i % width * side, top + i / width * side, side, side, square, 0, side);
            }
        }
    }

    @Override
    public void clipped(Rectangle2D area, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        drawing.run();
        graphics.setClip(before);
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
