package hourglass.ui.pictures;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageBlock;
import java.util.List;

/** Images of one size as packed opaque ARGB pixels, one after the other; immutable once made. */
public final class ImageTiles {
    private final int[] argb;
    private final int imageWidth;
    private final int imageHeight;

    private ImageTiles(int[] argb, int imageWidth, int imageHeight) {
        int pixels = imageWidth * imageHeight;
        if (imageWidth < 1 || imageHeight < 1 || argb.length % pixels != 0) {
            throw new IllegalArgumentException("Expected a multiple of " + imageWidth + " × " + imageHeight
                    + " pixels per image; got " + argb.length + " pixels.");
        }
        this.argb = argb;
        this.imageWidth = imageWidth;
        this.imageHeight = imageHeight;
    }

    /** No images. */
    public static ImageTiles none() {
        return new ImageTiles(new int[0], 1, 1);
    }

    /** Takes over {@code argb} without a copy; the caller must not change it afterwards. */
    public static ImageTiles ofPacked(int[] argb, int imageWidth, int imageHeight) {
        return new ImageTiles(argb, imageWidth, imageHeight);
    }

    /** Grey images, 0 … 1. */
    public static ImageTiles ofGreys(ImageBlock images) {
        int[] argb = new int[images.count() * images.pixelsPerImage()];
        GreyMap.fill(images.toArray(), 0, argb.length, argb, 0);
        return new ImageTiles(argb, images.width(), images.height());
    }

    /** Copies one array per image. */
    public static ImageTiles of(List<int[]> images, int imageWidth, int imageHeight) {
        int pixels = imageWidth * imageHeight;
        int[] packed = new int[images.size() * pixels];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i), 0, packed, i * pixels, pixels);
        }
        return new ImageTiles(packed, imageWidth, imageHeight);
    }

    /**
     * Some rows of images that stand row by row.
     *
     * @param columns images in each row
     * @param wanted which rows, from the top
     */
    public ImageTiles rows(int columns, List<Integer> wanted) {
        int each = columns * imageWidth * imageHeight;
        int[] some = new int[wanted.size() * each];
        for (int i = 0; i < wanted.size(); i++) {
            System.arraycopy(argb, wanted.get(i) * each, some, i * each, each);
        }
        return new ImageTiles(some, imageWidth, imageHeight);
    }

    /** Number of images. */
    public int count() {
        return argb.length / (imageWidth * imageHeight);
    }

    /** Pixels across. */
    public int imageWidth() {
        return imageWidth;
    }

    /** Pixels down. */
    public int imageHeight() {
        return imageHeight;
    }

    /** One pixel of one image. */
    public int argb(int image, int x, int y) {
        return argb[(image * imageHeight + y) * imageWidth + x];
    }

    /** The brightness of all pixels, 0 … 1, as it can be read off their blue. */
    public ImageBlock greys() {
        float[] values = new float[argb.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (argb[i] & 0xff) / 255f;
        }
        return ImageBlock.copyOf(imageWidth, imageHeight, values);
    }

    /** Copies row {@code y} of {@code image} to {@code target} at {@code offset}. */
    void copyRow(int image, int y, int[] target, int offset) {
        System.arraycopy(argb, (image * imageHeight + y) * imageWidth, target, offset, imageWidth);
    }
}
