package hourglass.ui.lesson;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;

/** The votes for one answer as a share of all: one bar, or one for each of two rounds below each other. */
final class VoteBars extends CanvasPane {
    private static final double GAP = 2;

    private double first = Double.NaN;
    private double second = Double.NaN;
    private Token color = Token.INK_SOFT;

    VoteBars(Appearance appearance) {
        super(appearance);
        getStyleClass().add("vote-bars");
    }

    /** Shows these shares, 0 … 1; NaN for none. */
    void show(double firstShare, double secondShare, Token barColor) {
        first = firstShare;
        second = secondShare;
        color = barColor;
        repaint();
    }

    @Override
    protected void paint(Brush brush) {
        if (Double.isNaN(first)) {
            return;
        }
        if (Double.isNaN(second)) {
            bar(brush, 0, brush.height(), first, 1);
            return;
        }
        double each = (brush.height() - GAP) / 2;
        bar(brush, 0, each, first, 0.5);
        bar(brush, each + GAP, each, second, 1);
    }

    private void bar(Brush brush, double top, double height, double share, double strength) {
        brush.fill(0, top, brush.width(), height, Token.BORDER, 1);
        brush.fill(0, top, brush.width() * share, height, color, strength);
    }
}
