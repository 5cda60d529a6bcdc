package hourglass.ui.pictures;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.HoverCard;
import hourglass.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/** The numbers of a code as bars around zero, with the value under the pointer. */
public final class CodeBars extends CanvasPane {
    private float[] values = new float[0];
    private double reach = 1;
    private int hovered = -1;

    /** With nothing to show yet. */
    public CodeBars(Appearance appearance) {
        super(appearance);
        getStyleClass().add("code-bars");
        setPrefSize(320, 120);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> hover(-1));
    }

    /** Shows a copy of {@code code}, scaled to its own largest magnitude. */
    public void show(float[] code) {
        double most = 0;
        for (float value : code) {
            most = Math.max(most, Math.abs(value));
        }
        show(code, most);
    }

    /** Shows a copy of {@code code}; a bar of magnitude {@code fullScale} reaches the edge. */
    public void show(float[] code, double fullScale) {
        values = code.clone();
        reach = fullScale > 0 ? fullScale : 1;
        repaint();
    }

    @Override
    protected void paint(Brush brush) {
        boolean signed = hasNegative();
        double top = 4;
        double bottom = brush.height() - 4;
        double zero = signed ? Math.round((top + bottom) / 2) : bottom;
        double unit = (zero - top) / reach;
        double step = step(brush.width());
        for (int i = 0; i < values.length; i++) {
            double x = edge(brush.width(), i);
            double h = values[i] * unit;
            brush.g().setFill(brush.color(values[i] < 0 ? Token.NEGATIVE : Token.ACCENT));
            brush.g().setGlobalAlpha(hovered < 0 || hovered == i ? 1 : 0.45);
            brush.g()
                    .fillRect(
                            x,
                            h >= 0 ? zero - h : zero,
                            Math.max(0.5, edge(brush.width(), i + 1) - x - space(step)),
                            Math.abs(h));
        }
        brush.g().setGlobalAlpha(1);
        brush.g().setStroke(brush.color(Token.BORDER_STRONG));
        brush.hairline(0, zero, brush.width(), zero);
        paintHover(brush);
    }

    private void paintHover(Brush brush) {
        if (hovered < 0 || hovered >= values.length) {
            return;
        }
        String number = String.format(Locale.ROOT, "%.3f", values[hovered]);
        double x = offset(brush.width()) + (hovered + 0.5) * step(brush.width());
        String name = Messages.text("code.number", Integer.toString(hovered + 1), Integer.toString(values.length));
        HoverCard.paint(brush, x, brush.height() / 2, List.of(new HoverCard.Line(name, number, null)));
    }

    private boolean hasNegative() {
        for (float value : values) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }

    private double step(double width) {
        return Math.min(48, width / Math.max(1, values.length));
    }

    /** Few bars stand in the middle rather than as wide slabs. */
    private double offset(double width) {
        return Math.max(0, Math.floor((width - step(width) * values.length) / 2));
    }

    /** Left edge of bar {@code i}, on a whole pixel where there is room for that. */
    private double edge(double width, int i) {
        double x = offset(width) + i * step(width);
        return step(width) >= 3 ? Math.round(x) : x;
    }

    private static double space(double step) {
        return step >= 8 ? 2 : step >= 3 ? 1 : 0;
    }

    private void moved(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        int index = (int) Math.floor((point.getX() - offset(paintWidth())) / step(paintWidth()));
        hover(index >= 0 && index < values.length ? index : -1);
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            repaint();
        }
    }
}
