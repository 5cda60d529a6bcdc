package hourglass.ui.lesson;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;

/** One segment for each step: those behind the room, the one it is at, those to come. */
final class PlacesBar extends CanvasPane {
    private static final double GAP = 4;

    private int count = 1;
    private int here;

    PlacesBar(Appearance appearance) {
        super(appearance);
        getStyleClass().add("places-bar");
    }

    /** Of so many steps the room is at this one, from 0. */
    void show(int steps, int position) {
        count = Math.max(1, steps);
        here = position;
        repaint();
    }

    @Override
    protected void paint(Brush brush) {
        double each = (brush.width() + GAP) / count;
        for (int i = 0; i < count; i++) {
            Token color = i < here ? Token.INK_SOFT : i == here ? Token.SELECTION : Token.RAISED;
            brush.fill(i * each, 0, each - GAP, brush.height(), color, 1);
        }
    }
}
