package hourglass.core.data;

import java.util.Arrays;

/**
 * An immutable block of computed grey images, {@code [count × height · width]}, nominally in {@code [0, 1]}; it may
 * cross threads.
 */
public final class ImageBlock {
    private final int width;
    private final int height;
    private final float[] values;

    private ImageBlock(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /**
     * A copy of {@code values}.
     *
     * @throws IllegalArgumentException if the length is no multiple of {@code width · height}
     */
    public static ImageBlock copyOf(int width, int height, float[] values) {
        if (width <= 0 || height <= 0 || values.length % (width * height) != 0) {
            throw new IllegalArgumentException(
                    "expected whole images of " + width + "×" + height + ", got " + values.length + " pixels");
        }
        return new ImageBlock(width, height, values.clone());
    }

    /** Number of images. */
    public int count() {
        return values.length / (width * height);
    }

    /** Pixels per row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** {@code width · height}. */
    public int pixelsPerImage() {
        return width * height;
    }

    /** One value. */
    public float get(int image, int pixel) {
        return values[image * pixelsPerImage() + pixel];
    }

    /** Copy of one image. */
    public float[] image(int image) {
        return Arrays.copyOfRange(values, image * pixelsPerImage(), (image + 1) * pixelsPerImage());
    }

    /** Copy of all images. */
    public float[] toArray() {
        return values.clone();
    }
}
