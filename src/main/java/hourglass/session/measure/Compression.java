package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import java.util.List;
import java.util.zip.Deflater;

/**
 * How wrong reconstructions are when each number of the code is kept in few bits. Immutable.
 *
 * @param images on how many test images, the first ones
 * @param numbers in the code
 * @param errors mean squared error per pixel with 1 … {@value #MOST_BITS} bits a number, then as computed; NaN where it is
 *     not known yet
 * @param zlibBytes of an image as zlib packs its pixels, on average; nothing is lost there
 */
public record Compression(int images, int numbers, List<Double> errors, double zlibBytes) {
    /** Most bits a number; one level more stands for a number as it is computed. */
    public static final int MOST_BITS = 8;

    /** The level of numbers as they are computed, of {@value #FLOAT_BITS} bits. */
    public static final int FLOAT = MOST_BITS + 1;

    private static final int FLOAT_BITS = 32;

    /** Test images measured, where there are as many. */
    public static final int IMAGES = DenoisingErrors.IMAGES;

    /** Copies the errors. */
    public Compression {
        errors = List.copyOf(errors);
    }

    /** Error at a level, 1 … {@link #FLOAT}; NaN where it is not known yet. */
    public double error(int level) {
        return errors.get(level - 1);
    }

    /** Bytes of a code of so many numbers at a level. */
    public static int bytes(int numbers, int level) {
        int bits = level == FLOAT ? FLOAT_BITS : level;
        return (numbers * bits + 7) / 8;
    }

    /** Peak signal-to-noise ratio in decibels of an error, for pixels of {@code 0 … 1}. */
    public static double psnr(double meanSquaredError) {
        return -10 * Math.log10(meanSquaredError);
    }

    /** Bytes that zlib needs for an image, on average over the first {@code count}. */
    static double zlibBytes(ImageSet set, int count) {
        byte[] pixels = new byte[set.pixelsPerImage()];
        byte[] packed = new byte[2 * pixels.length + 64];
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        long bytes = 0;
        for (int image = 0; image < count; image++) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) set.rawPixel(image, i);
            }
            deflater.reset();
            deflater.setInput(pixels);
            deflater.finish();
            bytes += deflater.deflate(packed);
        }
        deflater.end();
        return (double) bytes / count;
    }
}
