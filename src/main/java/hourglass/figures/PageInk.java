package hourglass.figures;

import hourglass.core.color.Token;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on the page of a figure, in points from a corner of it. */
final class PageInk implements Ink {
    private static final double EM = 13;

    private final FigureCanvas canvas;
    private final Graphics2D graphics;

    /** With its origin at a place of the page in pixels. */
    PageInk(FigureCanvas canvas, int left, int top) {
        this.canvas = canvas;
        graphics = (Graphics2D) canvas.graphics.create();
        graphics.translate(left, top);
        graphics.scale(canvas.type.scale, canvas.type.scale);
    }

    @Override
    public double em() {
        return EM;
    }

    private Font font(Letters letters) {
        Font face = letters.face() == Face.WORDS ? canvas.style.words() : canvas.style.numbers();
        return face.deriveFont(letters.face() == Face.STRONG_NUMBERS ? Font.BOLD : Font.PLAIN, (float) letters.size());
    }

    @Override
    public double width(String words, Letters letters) {
        return font(letters)
                .getStringBounds(words, graphics.getFontRenderContext())
                .getWidth();
    }

    @Override
    public void text(String words, double x, double middle, Side side, Letters letters) {
        Font font = font(letters);
        var metrics = font.getLineMetrics(words, graphics.getFontRenderContext());
        double width = width(words, letters);
        double left = x - (side == Side.LEFT ? 0 : side == Side.CENTRE ? width / 2 : width);
        graphics.setFont(font);
        graphics.setColor(canvas.style.color(letters.color()));
        graphics.drawString(words, (float) left, (float) (middle + (metrics.getAscent() - metrics.getDescent()) / 2));
    }

    @Override
    public void line(double[] xs, double[] ys, Pen pen) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
                if (path.getCurrentPoint() == null) {
                    path.moveTo(xs[i], ys[i]);
                } else {
                    path.lineTo(xs[i], ys[i]);
                }
            }
        }
        graphics.setColor(color(pen.color(), pen.opacity()));
        graphics.setStroke(stroke(pen));
        graphics.draw(path);
    }

    private static BasicStroke stroke(Pen pen) {
        double[] lengths = pen.dash().lengths();
        if (lengths.length == 0) {
            return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dash = {(float) lengths[0], (float) lengths[1]};
        return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private Color color(Token token, double opacity) {
        Color color = canvas.style.color(token);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    @Override
    public void fill(double x, double y, double width, double height, Token color, double opacity) {
        graphics.setColor(color(color, opacity));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void disc(double x, double y, double radius, Token color) {
        graphics.setColor(canvas.style.color(color));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
        drawing.run();
        graphics.setClip(before);
    }
}
