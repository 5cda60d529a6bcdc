package hourglass.figures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The mark of a class on paper, told from the others without colour; each filled, and for further classes hollow. */
record ClassMark(Form form, boolean hollow) {
    /** Corners in turn around a centre, within a circle of radius 1; y downwards. */
    @SuppressWarnings("ImmutableEnumChecker") // numbers that nothing changes
    enum Form {
        CIRCLE,
        SQUARE(-1, -1, 1, -1, 1, 1, -1, 1),
        UP(0, -1.1, 1, 0.75, -1, 0.75),
        CROSS(
                -0.4, -1.1, 0.4, -1.1, 0.4, -0.4, 1.1, -0.4, 1.1, 0.4, 0.4, 0.4, 0.4, 1.1, -0.4, 1.1, -0.4, 0.4, -1.1,
                0.4, -1.1, -0.4, -0.4, -0.4),
        DIAMOND(0, -1.2, 0.85, 0, 0, 1.2, -0.85, 0),
        DOWN(0, 1.1, 1, -0.75, -1, -0.75),
        BAR(-1.2, -0.4, 1.2, -0.4, 1.2, 0.4, -1.2, 0.4),
        UPRIGHT(-0.4, -1.2, 0.4, -1.2, 0.4, 1.2, -0.4, 1.2);

        private final double[] corners;

        Form(double... corners) {
            this.corners = corners;
        }

        private Shape around(double x, double y, double radius) {
            if (this == CIRCLE) {
                return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            }
            if (this == SQUARE) {
                double half = -corners[0] * radius;
                return new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
            }
            Path2D path = new Path2D.Double();
            path.moveTo(x + corners[0] * radius, y + corners[1] * radius);
            for (int i = 2; i < corners.length; i += 2) {
                path.lineTo(x + corners[i] * radius, y + corners[i + 1] * radius);
            }
            path.closePath();
            return path;
        }
    }

    static ClassMark of(int label) {
        Form[] forms = Form.values();
        return new ClassMark(forms[label % forms.length], label / forms.length % 2 == 1);
    }

    void draw(FigureCanvas canvas, Color color, double x, double y, double radius) {
        Shape shape = form.around(x, y, radius);
        canvas.page.fill(shape, hollow ? canvas.style.back() : color);
        if (hollow) {
            canvas.stroke(color, 1.3, shape);
        } else {
            canvas.stroke(canvas.style.back(), 0.4, shape);
        }
    }
}
