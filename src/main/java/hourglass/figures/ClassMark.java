package hourglass.figures;

import hourglass.core.color.ClassForm;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The mark of a class on paper, told from the others without colour; each filled, and for further classes hollow. */
record ClassMark(ClassForm form, boolean hollow) {
    static ClassMark of(int label) {
        ClassForm[] forms = ClassForm.values();
        return new ClassMark(forms[label % forms.length], label / forms.length % 2 == 1);
    }

    /** A form around a place. */
    static Shape shape(ClassForm form, double x, double y, double radius) {
        if (form == ClassForm.CIRCLE) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        List<Double> corners = form.corners();
        if (form == ClassForm.SQUARE) {
            return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners.get(0) * radius, y + corners.get(1) * radius);
        for (int i = 2; i < corners.size(); i += 2) {
            path.lineTo(x + corners.get(i) * radius, y + corners.get(i + 1) * radius);
        }
        path.closePath();
        return path;
    }

    void draw(FigureCanvas canvas, Color color, double x, double y, double radius) {
        Shape shape = shape(form, x, y, radius);
        canvas.page.fill(shape, hollow ? canvas.style.back() : color);
        if (hollow) {
            canvas.stroke(color, 1.3, shape);
        } else {
            canvas.stroke(canvas.style.back(), 0.4, shape);
        }
    }
}
