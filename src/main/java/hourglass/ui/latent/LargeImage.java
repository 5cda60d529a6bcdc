package hourglass.ui.latent;

import hourglass.core.color.Token;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.CanvasPane;
import hourglass.ui.pictures.ImageTiles;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** One image as large as its place allows, each of its pixels a whole number of screen pixels. */
final class LargeImage extends CanvasPane {
    private final Runnable onPainted;
    private @Nullable WritableImage image;

    /** {@code onPainted} is told after each painting. */
    LargeImage(Appearance appearance, Runnable onPainted) {
        super(appearance);
        this.onPainted = onPainted;
    }

    /** Shows the first of {@code tiles}, or nothing. */
    void show(ImageTiles tiles) {
        if (tiles.count() == 0) {
            image = null;
        } else {
            image = drawn(tiles, 0, 1, 1);
        }
        repaint();
    }

    /** Tiles from {@code first} on, side by side and row by row without gaps. */
    static WritableImage drawn(ImageTiles tiles, int first, int columns, int rows) {
        int w = tiles.imageWidth();
        int h = tiles.imageHeight();
        int[] argb = new int[columns * w * rows * h];
        for (int tile = 0; tile < columns * rows; tile++) {
            int origin = tile / columns * h * columns * w + tile % columns * w;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    argb[origin + y * columns * w + x] = tiles.argb(first + tile, x, y);
                }
            }
        }
        WritableImage image = new WritableImage(columns * w, rows * h);
        image.getPixelWriter()
                .setPixels(0, 0, columns * w, rows * h, PixelFormat.getIntArgbInstance(), argb, 0, columns * w);
        return image;
    }

    @Override
    protected void paint(Brush brush) {
        WritableImage now = image;
        if (now == null) {
            brush.g().setFill(brush.color(Token.WELL));
            brush.g().fillRect(0, 0, brush.width(), brush.height());
            return;
        }
        double factor = Math.min(brush.width() / now.getWidth(), brush.height() / now.getHeight());
        factor = factor >= 1 ? Math.floor(factor) : factor;
        double w = now.getWidth() * factor;
        double h = now.getHeight() * factor;
        brush.g().setImageSmoothing(false);
        brush.g().drawImage(now, Math.floor((brush.width() - w) / 2), Math.floor((brush.height() - h) / 2), w, h);
        onPainted.run();
    }
}
