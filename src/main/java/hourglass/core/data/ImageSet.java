package hourglass.core.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An immutable set of {@code n} labelled grey images of one size, stored as bytes.
 *
 * <p>Pixels are 0 (black) to 255 (white) inside and {@code [0, 1]} wherever floats are given out. Safe to share between
 * threads.
 */
public final class ImageSet {
    private final int width;
    private final int height;
    private final byte[] pixels;
    private final byte[] labels;
    private final List<String> classNames;

    private ImageSet(int width, int height, byte[] pixels, byte[] labels, List<String> classNames) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.labels = labels;
        this.classNames = classNames;
    }

    /**
     * Makes a set from {@code n · height · width} pixels, row by row, and {@code n} labels. Both arrays are copied.
     *
     * @throws IllegalArgumentException if a size is not positive, the lengths disagree or a label has no class name
     */
    public static ImageSet of(int width, int height, byte[] pixels, byte[] labels, List<String> classNames) {
        return owning(width, height, pixels.clone(), labels.clone(), classNames);
    }

    /** Like {@link #of} without the copy, for readers in this package that hand over the only reference. */
    static ImageSet owning(int width, int height, byte[] pixels, byte[] labels, List<String> classNames) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("expected a positive image size, got " + width + "×" + height);
        }
        if (pixels.length != (long) labels.length * width * height) {
            throw new IllegalArgumentException("expected " + (long) labels.length * width * height + " pixels for "
                    + labels.length + " labels, got " + pixels.length);
        }
        List<String> names = List.copyOf(classNames);
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i] & 0xff;
            if (label >= names.size()) {
                throw new IllegalArgumentException(
                        "label " + label + " at position " + i + " has no class; there are " + names.size());
            }
        }
        return new ImageSet(width, height, pixels, labels, names);
    }

    /** The images that are not of a class, in their order; labels and names of the classes stay. */
    public ImageSet without(int label) {
        int[] kept = IntStream.range(0, size())
                .filter(image -> label(image) != label)
                .toArray();
        int each = pixelsPerImage();
        byte[] fewer = new byte[kept.length * each];
        byte[] fewerLabels = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(pixels, kept[i] * each, fewer, i * each, each);
            fewerLabels[i] = labels[kept[i]];
        }
        return new ImageSet(width, height, fewer, fewerLabels, classNames);
    }

    /** The same with rows and columns of each image exchanged. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // rows become columns
    ImageSet turned() {
        byte[] turned = new byte[pixels.length];
        int each = pixelsPerImage();
        for (int image = 0; image < size(); image++) {
            for (int pixel = 0; pixel < each; pixel++) {
                int at = pixel % width * height + pixel / width;
                turned[image * each + at] = pixels[image * each + pixel];
            }
        }
        return new ImageSet(/* width= */ height, /* height= */ width, turned, labels, classNames);
    }

    /** Number of images. */
    public int size() {
        return labels.length;
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

    /** Class of an image, {@code 0 … classCount() − 1}. */
    public int label(int image) {
        return labels[image] & 0xff;
    }

    /** Number of classes. */
    public int classCount() {
        return classNames.size();
    }

    /** Names of the classes by label. */
    public List<String> classNames() {
        return classNames;
    }

    /** Name of the class of an image. */
    public String className(int image) {
        return classNames.get(label(image));
    }

    /** One pixel, 0 … 255; {@code pixel} counts row by row. */
    public int rawPixel(int image, int pixel) {
        Objects.checkIndex(pixel, pixelsPerImage());
        return pixels[image * pixelsPerImage() + pixel] & 0xff;
    }

    /** Writes one image, scaled to {@code [0, 1]}, into {@code target} from {@code offset} on. */
    public void copyImage(int image, float[] target, int offset) {
        int n = pixelsPerImage();
        Objects.checkFromIndexSize(offset, n, target.length);
        int from = Objects.checkIndex(image, size()) * n;
        for (int i = 0; i < n; i++) {
            target[offset + i] = (pixels[from + i] & 0xff) * (1f / 255f);
        }
    }

    /** One image scaled to {@code [0, 1]}, {@code [height · width]}, row by row. */
    public float[] image(int image) {
        float[] result = new float[pixelsPerImage()];
        copyImage(image, result, 0);
        return result;
    }

    /** The chosen images scaled to {@code [0, 1]}, {@code [indices.length × pixelsPerImage]}. */
    public float[] images(int[] indices) {
        float[] result = new float[indices.length * pixelsPerImage()];
        for (int i = 0; i < indices.length; i++) {
            copyImage(indices[i], result, i * pixelsPerImage());
        }
        return result;
    }

    /** The {@code count} images from {@code first} on, scaled to {@code [0, 1]}, {@code [count × pixelsPerImage]}. */
    public float[] images(int first, int count) {
        float[] result = new float[count * pixelsPerImage()];
        for (int i = 0; i < count; i++) {
            copyImage(first + i, result, i * pixelsPerImage());
        }
        return result;
    }

    /** Copy of the raw pixels, for checksums and tests. */
    public byte[] rawPixels() {
        return pixels.clone();
    }

    /** Copy of the labels, one byte each. */
    public byte[] labels() {
        return labels.clone();
    }
}
