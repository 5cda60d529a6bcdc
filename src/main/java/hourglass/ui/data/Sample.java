package hourglass.ui.data;

import hourglass.core.data.ImageSet;

/** One image of a part. */
public record Sample(ImageSet images, Part part, int index) {
    /** Name of its class. */
    public String className() {
        return images.className(index);
    }

    /** A pixel, 0 black to 255 white. */
    public int pixel(int row, int column) {
        return images.rawPixel(index, row * images.width() + column);
    }
}
