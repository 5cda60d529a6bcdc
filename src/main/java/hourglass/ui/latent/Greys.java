package hourglass.ui.latent;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import hourglass.session.look.Look;
import hourglass.session.measure.Decoding;
import hourglass.ui.pictures.ImageTiles;

/** Pixels of a network as tiles. */
final class Greys {
    private Greys() {}

    /** All images of a block {@code [n × width · height]}. */
    static ImageTiles tiles(float[] values, Look look) {
        int[] argb = new int[values.length];
        GreyMap.fill(values, 0, values.length, argb, 0);
        return ImageTiles.ofPacked(argb, look.test().width(), look.test().height());
    }

    /** Draws codes as images of the data looked at. */
    static Decoding decoding(Look look, float[] codes) {
        return new Decoding(
                codes, look.codeSize(), look.test().width(), look.test().height());
    }

    /** All images of a block. */
    static ImageTiles tiles(ImageBlock images) {
        int[] argb = new int[images.count() * images.pixelsPerImage()];
        GreyMap.fill(images.toArray(), 0, argb.length, argb, 0);
        return ImageTiles.ofPacked(argb, images.width(), images.height());
    }
}
