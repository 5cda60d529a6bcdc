package hourglass.ui.kit;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** A drawing that fills its place and is painted once per frame at most, however often something asks for it. */
public abstract class CanvasPane extends Region {
    private final Appearance appearance;
    private final Sheet sheet = new Sheet();

    /** In the colours and text size of {@code appearance}. */
    protected CanvasPane(Appearance appearance) {
        this.appearance = appearance;
        getChildren().add(sheet);
        setMinWidth(0);
        appearance.colorsProperty().addListener((observed, before, now) -> repaint());
        visibleProperty().addListener((observed, before, now) -> repaint());
        appearance.textSizeProperty().addListener((observed, before, now) -> repaint());
    }

    /** Draws everything; the ground is whatever lies below. */
    protected abstract void paint(Brush brush);

    /** How far the drawing may reach beyond its place on every side, for outlines that should not shift the rest. */
    protected double bleed() {
        return 0;
    }

    /** Asks for a repaint with the next frame. */
    public final void repaint() {
        sheet.soil();
    }

    /** Width to draw in. */
    protected final double paintWidth() {
        return Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset() + 2 * bleed());
    }

    /** Height to draw in. */
    protected final double paintHeight() {
        return Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset() + 2 * bleed());
    }

    /** Where mouse positions are measured from. */
    protected final Node sheet() {
        return sheet;
    }

    /** Size of plain text in pixels. */
    protected final double em() {
        return appearance.em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(snappedLeftInset() - bleed(), snappedTopInset() - bleed(), paintWidth(), paintHeight());
    }

    /** Unmanaged, so that a repaint lays out this sheet alone and not the whole window. */
    private final class Sheet extends Region {
        private final Canvas canvas = new Canvas();
        private boolean soiled = true;

        Sheet() {
            setManaged(false);
            canvas.setManaged(false);
            getChildren().add(canvas);
        }

        void soil() {
            soiled = true;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
                canvas.setWidth(getWidth());
                canvas.setHeight(getHeight());
                soiled = true;
            }
            // Hidden drawings wait until they are seen.
            if (soiled && CanvasPane.this.isVisible() && getWidth() > 0 && getHeight() > 0) {
                soiled = false;
                canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
                paint(new Brush(
                        canvas.getGraphicsContext2D(), getWidth(), getHeight(), appearance.colors(), appearance.em()));
            }
        }
    }
}
