package hourglass.ui.latent;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.ui.pictures.ImageTiles;

/** Pixels of a network as tiles. */
final class Greys {
    private Greys() {}

    /** All images of a block {@code [n × width · height]}. */
    static ImageTiles tiles(float[] values, Subject subject) {
        int[] argb = new int[values.length];
        GreyMap.fill(values, 0, values.length, argb, 0);
        return ImageTiles.ofPacked(argb, subject.test().width(), subject.test().height());
    }

    /** All images of a block. */
    static ImageTiles tiles(ImageBlock images) {
        int[] argb = new int[images.count() * images.pixelsPerImage()];
        GreyMap.fill(images.toArray(), 0, argb.length, argb, 0);
        return ImageTiles.ofPacked(argb, images.width(), images.height());
    }
}
