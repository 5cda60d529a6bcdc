package hourglass.ui.pictures;

import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The card of an image under the pointer, over a view, above or below what it is of and never on it. */
public final class HoverImage extends CanvasPane {
    private static final double GAP = 10;

    private Optional<ImageCard> card = Optional.empty();

    /** Put into a view as a child that is not laid out by it. */
    public HoverImage(Appearance appearance) {
        super(appearance);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /**
     * Shows a card.
     *
     * @param now the card, or nothing to hide it
     * @param of what it is of, all of which stays in sight
     * @param sceneX where the pointer is
     */
    public void show(Optional<ImageCard> now, Node of, double sceneX) {
        card = now;
        setVisible(now.isPresent());
        if (now.isPresent() && getParent() instanceof Pane view) {
            double[] room = CardPainter.room(now.get(), em());
            Bounds place = view.sceneToLocal(of.localToScene(of.getLayoutBounds()));
            double x = view.sceneToLocal(sceneX, 0).getX() - room[0] / 2;
            double left = Math.rint(Math.max(0, Math.min(x, view.getWidth() - room[0])));
            double above = place.getMinY() - GAP - room[1];
            double top = Math.rint(above >= 0 ? above : place.getMaxY() + GAP);
            resizeRelocate(left, top, room[0], room[1]);
            toFront();
        }
        repaint();
    }

    @Override
    protected void paint(Brush brush) {
        card.ifPresent(now -> new CardPainter(brush, now).paint(0, 0));
    }
}
