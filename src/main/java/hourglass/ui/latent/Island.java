package hourglass.ui.latent;

import javafx.scene.layout.Region;

/** Content that is laid out within its place alone: when its words change, the window around need not be looked at. */
final class Island extends Region {
    private final Region content;

    /** As large as {@code content} is given room for. */
    Island(Region content, double prefWidth, double prefHeight) {
        this.content = content;
        content.setManaged(false);
        getChildren().add(content);
        setPrefSize(prefWidth, prefHeight);
        setMinHeight(prefHeight);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
