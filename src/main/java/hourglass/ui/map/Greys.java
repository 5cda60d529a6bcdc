package hourglass.ui.map;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageSet;
import hourglass.ui.pictures.ImageTiles;

/** Test images as pixels for the screen. */
final class Greys {
    private Greys() {}

    static int[] of(float[] image) {
        int[] argb = new int[image.length];
        GreyMap.fill(image, 0, image.length, argb, 0);
        return argb;
    }

    static int[] of(ImageSet set, int image) {
        return of(set.image(image));
    }

    /** Several, in the order of {@code images}. */
    static ImageTiles tiles(ImageSet set, int[] images) {
        int pixels = set.pixelsPerImage();
        int[] argb = new int[images.length * pixels];
        float[] one = new float[pixels];
        for (int i = 0; i < images.length; i++) {
            set.copyImage(images[i], one, 0);
            GreyMap.fill(one, 0, pixels, argb, i * pixels);
        }
        return ImageTiles.ofPacked(argb, set.width(), set.height());
    }
}
