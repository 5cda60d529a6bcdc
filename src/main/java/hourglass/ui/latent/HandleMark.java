package hourglass.ui.latent;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The handle as a node of its own, so that moving it paints no more than its own few pixels again. */
final class HandleMark extends StackPane {
    private static final double SIDE = 26;

    HandleMark() {
        Region ring = new Region();
        ring.getStyleClass().add("latent-ring");
        Region point = new Region();
        point.getStyleClass().add("latent-point");
        getChildren().addAll(ring, point);
        setManaged(false);
        setMouseTransparent(true);
        resize(SIDE, SIDE);
    }

    /** Puts its middle there. */
    void moveTo(double x, double y) {
        relocate(Math.rint(x - SIDE / 2), Math.rint(y - SIDE / 2));
    }
}
