package hourglass.core.metric;

import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Exact mean and covariance of the pixels of a set.
 *
 * <p>Sums of products of bytes are whole numbers, and 256 · 255² is still below 2²⁴: so {@code float} sums over blocks
 * of 256 images lose nothing and vectorise twice as well as {@code double}.
 */
final class Covariance {
    private static final int BLOCK = 256;
    private static final int LOADED = 64;
    private static final int GROUP = 4;

    private final int size;
    private final double[] sums;
    private final double[][] products;
    private final float[][] partial;
    private final float[][] images;
    private final float[][] chosen = new float[LOADED][];
    private final float[] black;

    private Covariance(int size) {
        this.size = size;
        sums = new double[size];
        products = new double[size][size];
        partial = new float[size][size];
        images = new float[LOADED][size];
        black = new float[size];
    }

    /** Of all images of {@code set}. */
    static Covariance of(ImageSet set, BooleanSupplier cancelled) {
        Covariance result = new Covariance(set.pixelsPerImage());
        for (int from = 0; from < set.size(); from += LOADED) {
            result.load(set, from);
            result.addLoaded();
            if ((from + LOADED) % BLOCK == 0) {
                result.flush();
                Cancellation.check(cancelled);
            }
        }
        result.flush();
        result.centre(set.size());
        return result;
    }

    /** Mean pixel in {@code [0, 1]}, {@code [size]}. */
    double[] mean() {
        return sums;
    }

    /** Covariance of pixels in {@code [0, 1]}, {@code [size × size]}, divided by the number of images. */
    double[][] matrix() {
        return products;
    }

    private void load(ImageSet set, int from) {
        for (int g = 0; g < LOADED; g++) {
            if (from + g >= set.size()) {
                Arrays.fill(images[g], 0);
                continue;
            }
            for (int p = 0; p < size; p++) {
                int value = set.rawPixel(from + g, p);
                images[g][p] = value;
                sums[p] += value;
            }
        }
    }

    /**
     * Row by row, so that the sums of a row stay in the nearest cache while all loaded images are added to it. Images
     * that are black in this place add nothing and are passed over: half of all in Fashion-MNIST.
     */
    private void addLoaded() {
        for (int row = 0; row < size; row++) {
            int bright = 0;
            for (float[] image : images) {
                if (image[row] != 0) {
                    chosen[bright++] = image;
                }
            }
            while (bright % GROUP != 0) {
                chosen[bright++] = black;
            }
            for (int first = 0; first < bright; first += GROUP) {
                addGroup(partial[row], row, first);
            }
        }
    }

    /** Four at a time and not eight: the compiler only vectorises loops with a small body fully. */
    private void addGroup(float[] target, int row, int first) {
        float[] x0 = chosen[first];
        float[] x1 = chosen[first + 1];
        float[] x2 = chosen[first + 2];
        float[] x3 = chosen[first + 3];
        float a0 = x0[row];
        float a1 = x1[row];
        float a2 = x2[row];
        float a3 = x3[row];
        for (int j = row; j < target.length; j++) {
            target[j] += Math.fma(a0, x0[j], a1 * x1[j]) + Math.fma(a2, x2[j], a3 * x3[j]);
        }
    }

    private void flush() {
        for (int row = 0; row < size; row++) {
            float[] from = partial[row];
            double[] to = products[row];
            for (int j = row; j < size; j++) {
                to[j] += from[j];
            }
            Arrays.fill(from, 0);
        }
    }

    private void centre(int n) {
        double scale = 1.0 / 255;
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                double value = (products[i][j] - sums[i] / n * sums[j]) / n * scale * scale;
                products[i][j] = value;
                products[j][i] = value;
            }
        }
        for (int i = 0; i < size; i++) {
            sums[i] *= scale / n;
        }
    }
}
