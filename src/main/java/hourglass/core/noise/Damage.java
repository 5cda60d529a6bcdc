package hourglass.core.noise;

import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Ways to make something odd of a usual image. Pure: the result depends on the image, its number and the kind alone.
 *
 * <p>Unlike {@link Noise}, which a network is to take away again, this is to be found out.
 */
public enum Damage {
    /** A quarter turn, clockwise; of square images only. */
    TURNED,
    /** Left and right exchanged. */
    MIRRORED,
    /** Top and bottom exchanged. */
    UPSIDE_DOWN,
    /** Black for white and white for black. */
    INVERTED,
    /** Half its brightness. */
    DIMMED,
    /** All black. */
    BLACK,
    /** Its left half black. */
    LEFT_BLACK,
    /** Its right half black. */
    RIGHT_BLACK,
    /** Its upper half black. */
    TOP_BLACK,
    /** Its lower half black. */
    BOTTOM_BLACK,
    /** Gaussian noise of the usual level. */
    NOISE,
    /** A black square somewhere, of the usual share of the image. */
    SQUARE;

    private static final long SEED = 20_261_128L;

    /** Its name in files and on the command line, such as "upside-down". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of a name. */
    public static Optional<Damage> byId(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /** All names, for messages. */
    public static String allIds() {
        return Arrays.stream(values()).map(Damage::id).collect(Collectors.joining(", "));
    }

    /** Whether images of this size can be damaged so. */
    public boolean takes(int width, int height) {
        return this != TURNED || width == height;
    }

    /** Those that images of this size can have. */
    public static List<Damage> of(int width, int height) {
        return Arrays.stream(values()).filter(each -> each.takes(width, height)).toList();
    }

    /**
     * Damaged copies.
     *
     * @param images {@code [n × height · width]}, pixels in {@code [0, 1]}
     * @param width of one image
     * @param height of one image
     * @param first number of the first image, which decides where chance has a part in it
     * @return {@code [n × height · width]}
     * @throws IllegalArgumentException if images of this size cannot be damaged so
     */
    public float[] of(float[] images, int width, int height, long first) {
        if (!takes(width, height)) {
            throw new IllegalArgumentException(
                    "only square images can be turned by 90°, these are " + width + "×" + height);
        }
        int pixels = width * height;
        float[] damaged = new float[images.length];
        for (int i = 0; i < images.length / pixels; i++) {
            float[] one = Arrays.copyOfRange(images, i * pixels, (i + 1) * pixels);
            System.arraycopy(image(one, width, SEED + first + i), 0, damaged, i * pixels, pixels);
        }
        return damaged;
    }

    private float[] image(float[] image, int width, long seed) {
        int height = image.length / width;
        return switch (this) {
            case TURNED -> moved(image, p -> (height - 1 - p % width) * width + p / width);
            case MIRRORED -> moved(image, p -> p / width * width + width - 1 - p % width);
            case UPSIDE_DOWN -> moved(image, p -> (height - 1 - p / width) * width + p % width);
            case INVERTED -> changed(image, value -> 1 - value);
            case DIMMED -> changed(image, value -> value / 2);
            case BLACK -> blackened(image, p -> true);
            case LEFT_BLACK -> blackened(image, p -> p % width < width / 2);
            case RIGHT_BLACK -> blackened(image, p -> p % width >= width / 2);
            case TOP_BLACK -> blackened(image, p -> p / width < height / 2);
            case BOTTOM_BLACK -> blackened(image, p -> p / width >= height / 2);
            case NOISE -> noisy(image, width, NoiseKind.GAUSSIAN, seed);
            case SQUARE -> noisy(image, width, NoiseKind.MASKING_SQUARE, seed);
        };
    }

    /** Which pixel comes to a place. */
    private interface Source {
        int of(int place);
    }

    private interface Change {
        float of(float value);
    }

    private static float[] moved(float[] image, Source source) {
        float[] result = new float[image.length];
        for (int p = 0; p < result.length; p++) {
            result[p] = image[source.of(p)];
        }
        return result;
    }

    private static float[] changed(float[] image, Change change) {
        float[] result = new float[image.length];
        for (int p = 0; p < result.length; p++) {
            result[p] = change.of(image[p]);
        }
        return result;
    }

    private static float[] blackened(float[] image, IntPredicate black) {
        float[] result = new float[image.length];
        for (int p = 0; p < result.length; p++) {
            result[p] = black.test(p) ? 0 : image[p];
        }
        return result;
    }

    private static float[] noisy(float[] image, int width, NoiseKind kind, long seed) {
        float[] result = new float[image.length];
        Noise.apply(new NoiseSpec(kind, NoiseKind.USUAL_LEVEL), image.length, width, image, result, seed);
        return result;
    }
}
