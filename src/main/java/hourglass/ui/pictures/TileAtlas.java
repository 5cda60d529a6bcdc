package hourglass.ui.pictures;

import java.nio.IntBuffer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** All images of a grid in one texture at their own resolution, near a square because textures are limited in size. */
public final class TileAtlas {
    /** Around every image its edge is repeated, because renderers round at the border and would show the neighbour. */
    private static final int GUARD = 1;

    private final int across;
    private final int imageWidth;
    private final int imageHeight;
    private final int count;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    /** Of these images. */
    public TileAtlas(ImageTiles tiles) {
        count = tiles.count();
        imageWidth = tiles.imageWidth();
        imageHeight = tiles.imageHeight();
        across = (int) Math.ceil(Math.sqrt(Math.max(1, count)));
        int down = Math.max(1, (count + across - 1) / across);
        IntBuffer pixels = IntBuffer.allocate(across * cellWidth() * down * cellHeight());
        buffer = new PixelBuffer<>(
                across * cellWidth(), down * cellHeight(), pixels, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
        fill(tiles);
    }

    boolean fits(ImageTiles tiles) {
        return tiles.count() == count && tiles.imageWidth() == imageWidth && tiles.imageHeight() == imageHeight;
    }

    void fill(ImageTiles tiles) {
        int[] target = buffer.getBuffer().array();
        int stride = across * cellWidth();
        for (int i = 0; i < count; i++) {
            int origin = (i / across) * cellHeight() * stride + (i % across) * cellWidth();
            for (int y = 0; y < cellHeight(); y++) {
                int inside = Math.max(0, Math.min(imageHeight - 1, y - GUARD));
                int left = origin + y * stride;
                tiles.copyRow(i, inside, target, left + GUARD);
                target[left] = target[left + GUARD];
                target[left + GUARD + imageWidth] = target[left + imageWidth];
            }
        }
        buffer.updateBuffer(changed -> null);
    }

    /** Draws one of them over a rectangle; the caller has switched smoothing off. */
    public void draw(GraphicsContext g, int index, double x, double y, double w, double h) {
        double sourceX = (index % across) * (double) cellWidth() + GUARD;
        int row = index / across;
        double sourceY = row * (double) cellHeight() + GUARD;
        g.drawImage(image, sourceX, sourceY, imageWidth, imageHeight, x, y, w, h);
    }

    private int cellWidth() {
        return imageWidth + 2 * GUARD;
    }

    private int cellHeight() {
        return imageHeight + 2 * GUARD;
    }
}
