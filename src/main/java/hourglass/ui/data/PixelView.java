package hourglass.ui.data;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.kit.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** One image as large as the place allows in whole steps, with one of its pixels picked out by pointer or arrow keys. */
final class PixelView extends CanvasPane {
    /** Row and column, from 0. */
    record Pixel(int row, int column) {}

    private final ReadOnlyObjectWrapper<Pixel> pixel = new ReadOnlyObjectWrapper<>(this, "pixel", new Pixel(0, 0));
    private Sample sample;
    private @Nullable WritableImage image;

    PixelView(Appearance appearance, Sample first) {
        super(appearance);
        sample = first;
        pixel.set(new Pixel(first.images().height() / 2, first.images().width() / 2));
        getStyleClass().add("pixel-view");
        setFocusTraversable(true);
        setAccessibleText(Messages.text("data.large.tip"));
        setOnMouseMoved(this::pointed);
        setOnMousePressed(this::pressed);
        setOnKeyPressed(this::keyed);
        show(first);
    }

    void show(Sample next) {
        boolean sameSize = next.images().width() == sample.images().width()
                && next.images().height() == sample.images().height();
        sample = next;
        image = drawn(next);
        if (!sameSize) {
            requestLayout();
        }
        move(pixel.get().row(), pixel.get().column());
        repaint();
    }

    ReadOnlyObjectProperty<Pixel> pixelProperty() {
        return pixel.getReadOnlyProperty();
    }

    private static WritableImage drawn(Sample sample) {
        int width = sample.images().width();
        int height = sample.images().height();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | sample.images().rawPixel(sample.index(), i) * 0x010101;
        }
        WritableImage made = new WritableImage(width, height);
        made.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return made;
    }

    private double factor(double width, double height) {
        double output = getScene() == null
                ? 1
                : getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        double room = Math.min(
                width / sample.images().width(), height / sample.images().height());
        return Math.max(1, Math.floor(room * output)) / output;
    }

    @Override
    protected void paint(Brush brush) {
        double factor = factor(brush.width(), brush.height());
        brush.g().setImageSmoothing(false);
        brush.g()
                .drawImage(
                        image,
                        0,
                        0,
                        sample.images().width() * factor,
                        sample.images().height() * factor);
        double x = pixel.get().column() * factor;
        double y = pixel.get().row() * factor;
        // Two colours, so that one of them is seen on any grey.
        brush.g().setLineWidth(2);
        brush.g().setStroke(brush.color(Token.GROUND));
        brush.g().strokeRect(x - 1, y - 1, factor + 2, factor + 2);
        brush.g().setStroke(brush.color(Token.SELECTION));
        brush.g().strokeRect(x - 3, y - 3, factor + 6, factor + 6);
    }

    private void pointed(MouseEvent event) {
        Point2D point = sheet().sceneToLocal(event.getSceneX(), event.getSceneY());
        double factor = factor(paintWidth(), paintHeight());
        move((int) Math.floor(point.getY() / factor), (int) Math.floor(point.getX() / factor));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pointed(event);
    }

    private void keyed(KeyEvent event) {
        Pixel at = pixel.get();
        switch (event.getCode()) {
            case LEFT -> move(at.row(), at.column() - 1);
            case RIGHT -> move(at.row(), at.column() + 1);
            case UP -> move(at.row() - 1, at.column());
            case DOWN -> move(at.row() + 1, at.column());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int row, int column) {
        int r = Math.max(0, Math.min(sample.images().height() - 1, row));
        int c = Math.max(0, Math.min(sample.images().width() - 1, column));
        pixel.set(new Pixel(r, c));
        repaint();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return sample.images().width() * 10.0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width < 0 ? computePrefWidth(-1) : width;
        return sample.images().height() * factor(across, Double.MAX_VALUE);
    }

    /** In a low window it gives way down to eight points a pixel. */
    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), sample.images().height() * 8.0);
    }
}
