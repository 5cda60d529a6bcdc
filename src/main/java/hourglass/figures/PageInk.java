package hourglass.figures;

import hourglass.core.color.Token;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on the page of a figure, in points from a corner of it. */
final class PageInk implements Ink {
    private static final double EM = 13;

    private final FigureStyle style;
    private final FigureType type;
    private final Page page;
    private final int left;
    private final int top;
    private final AffineTransform place;

    /** With its origin at a place of the page. */
    PageInk(FigureCanvas canvas, int left, int top) {
        style = canvas.style;
        type = canvas.type;
        page = canvas.page;
        this.left = left;
        this.top = top;
        place = AffineTransform.getTranslateInstance(left, top);
        place.scale(type.scale, type.scale);
    }

    @Override
    public double em() {
        return Math.rint(EM * type.lettering);
    }

    private Font font(Letters letters) {
        return style.face(letters.face()).deriveFont((float) (letters.size() * type.scale));
    }

    @Override
    public double width(String words, Letters letters) {
        return FigureType.exactWidth(font(letters), words) / type.scale;
    }

    @Override
    public void text(String words, double x, double middle, Side side, Letters letters) {
        Font font = font(letters);
        double width = width(words, letters);
        double from = x - (side == Side.LEFT ? 0 : side == Side.CENTRE ? width / 2 : width);
        double baseline = top + middle * type.scale + FigureType.drop(font, words);
        page.text(words, left + from * type.scale, baseline, font, style.color(letters.color()));
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
        if (path.getCurrentPoint() != null) {
            path.transform(place);
            page.draw(path, color(pen.color(), pen.opacity()), stroke(pen));
        }
    }

    private BasicStroke stroke(Pen pen) {
        double[] lengths = style.dashes(pen);
        float width = (float) (pen.width() * type.scale);
        if (lengths.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dash = new float[lengths.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) (lengths[i] * type.scale);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private Color color(Token token, double opacity) {
        Color color = style.color(token);
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(
                left + x * type.scale, top + y * type.scale, width * type.scale, height * type.scale);
    }

    @Override
    public void fill(double x, double y, double width, double height, Token color, double opacity) {
        page.fill(box(x, y, width, height), color(color, opacity));
    }

    @Override
    public void disc(double x, double y, double radius, Token color) {
        Rectangle2D box = box(x - radius, y - radius, 2 * radius, 2 * radius);
        page.fill(new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()), style.color(color));
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable drawing) {
        page.clipped(box(x, y, width, height), drawing);
    }
}
