package hourglass.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.List;

/** A page of a figure: text by its top left corner, images as sharp squares, the caption at the foot. */
final class FigureCanvas implements AutoCloseable {
    /** Room at all four edges, in points. */
    static final int MARGIN = 24;

    private static final int CAPTION_GAP = 30;

    final FigureStyle style;
    final FigureType type;
    final Graphics2D graphics;
    private final BufferedImage image;

    /** A page for a body of this size in pixels, with room for margins and the caption. */
    FigureCanvas(FigureStyle style, FigureType type, int bodyWidth, int bodyHeight, String caption) {
        this.style = style;
        this.type = type;
        int margin = type.px(MARGIN);
        List<String> lines = type.wrap(type.small, caption, bodyWidth);
        int foot = lines.isEmpty() ? 0 : type.px(CAPTION_GAP) + lines.size() * captionLine(type);
        image = new BufferedImage(bodyWidth + 2 * margin, bodyHeight + foot + 2 * margin, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        hints();
        graphics.setColor(style.back());
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        if (!lines.isEmpty()) {
            drawCaption(lines, margin, margin + bodyHeight, bodyWidth);
        }
    }

    private static int captionLine(FigureType type) {
        return type.height(type.small) + type.px(3);
    }

    private void hints() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void drawCaption(List<String> lines, int x, int bottom, int width) {
        fill(style.line(), x, bottom + type.px(CAPTION_GAP / 2 + 1), width, type.scale);
        int y = bottom + type.px(CAPTION_GAP);
        for (String line : lines) {
            text(type.small, style.mutedInk(), line, x, y);
            y += captionLine(type);
        }
    }

    void text(Font font, Color color, String text, int x, int top) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, x, top + type.ascent(font));
    }

    void textCentred(Font font, Color color, String text, int centre, int top) {
        text(font, color, text, centre - type.width(font, text) / 2, top);
    }

    void textRight(Font font, Color color, String text, int right, int top) {
        text(font, color, text, right - type.width(font, text), top);
    }

    void fill(Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }

    void stroke(Color color, double width, Shape shape) {
        graphics.setColor(color);
        graphics.setStroke(
                new BasicStroke((float) (width * type.scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    void dashed(Color color, double width, Shape shape) {
        float dash = 5f * type.scale;
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(
                (float) (width * type.scale),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {dash, dash},
                0));
        graphics.draw(shape);
    }

    /** Draws pixels {@code [height × width]} as squares of {@code side} pixels, bypassing every kind of smoothing; none where
     * it is transparent. */
    void pixels(int[] argb, int width, int side, int x, int y) {
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 != 0) {
                fillSquare(argb[i], x + i % width * side, y + i / width * side, side);
            }
        }
    }

    private void fillSquare(int argb, int x, int y, int side) {
        for (int dy = 0; dy < side; dy++) {
            for (int dx = 0; dx < side; dx++) {
                image.setRGB(x + dx, y + dy, argb);
            }
        }
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
