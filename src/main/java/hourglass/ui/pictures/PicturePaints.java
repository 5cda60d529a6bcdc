package hourglass.ui.pictures;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Draws small grey images enlarged by a whole factor. */
public final class PicturePaints {
    private PicturePaints() {}

    /** One screen pixel for each of its own. */
    public static WritableImage image(int[] argb, int width) {
        int height = argb.length / width;
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    /** With so many screen pixels for each of its own. */
    public static void draw(GraphicsContext g, int[] argb, int width, double x, double y, double factor) {
        g.setImageSmoothing(false);
        int height = argb.length / width;
        g.drawImage(image(argb, width), x, y, width * factor, height * factor);
    }
}
