package hourglass.ui.map;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Draws small grey images enlarged by a whole factor. */
final class PicturePaints {
    private PicturePaints() {}

    static WritableImage image(int[] argb, int width) {
        int height = argb.length / width;
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    static void draw(GraphicsContext g, int[] argb, int width, double x, double y, double factor) {
        g.setImageSmoothing(false);
        int height = argb.length / width;
        g.drawImage(image(argb, width), x, y, width * factor, height * factor);
    }
}
