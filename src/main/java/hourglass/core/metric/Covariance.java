package hourglass.core.metric;

import hourglass.core.Lanes;
import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Exact mean and covariance of the pixels of a set.
 *
 * <p>Sums of products of bytes are whole numbers, and 256 · 255² is still below 2²⁴: so {@code float} sums over blocks
 * of 256 images lose nothing and vectorise twice as well as {@code double}. Nor do the sums of whole numbers in {@code
 * double}, so that it does not matter which lane adds which block.
 */
final class Covariance {
    private static final int BLOCK = 256;
    private static final int LOADED = 32;
    private static final int GROUP = 4;
    /** Columns at a time, so that the loaded images stay in the nearest cache while all rows pass by. */
    private static final int TILE = 196;

    private final int size;
    private final double[] sums;
    private final double[][] products;
    /** {@code [tile][row][column within]}. */
    private final float[][][] partial;
    /** {@code [tile][image][column within]}. */
    private final float[][][] images;

    private final float[][] chosen = new float[LOADED][];
    private final float[] factors = new float[LOADED];
    private final float[] black = new float[TILE];

    private Covariance(int size) {
        this.size = size;
        sums = new double[size];
        products = new double[size][size];
        int tiles = (size + TILE - 1) / TILE;
        partial = new float[tiles][size][TILE];
        images = new float[tiles][LOADED][TILE];
    }

    /** Of all images of {@code set}; the same for any number of lanes. */
    static Covariance of(ImageSet set, Lanes lanes, BooleanSupplier cancelled) {
        Covariance[] ofLanes = new Covariance[lanes.most()];
        Arrays.setAll(ofLanes, lane -> new Covariance(set.pixelsPerImage()));
        lanes.each((set.size() + BLOCK - 1) / BLOCK, lanes.most(), (block, lane) -> {
            Cancellation.check(cancelled);
            ofLanes[lane].addBlock(set, block * BLOCK, Math.min(set.size(), (block + 1) * BLOCK));
        });
        for (int lane = 1; lane < ofLanes.length; lane++) {
            ofLanes[0].add(ofLanes[lane]);
        }
        ofLanes[0].centre(set.size());
        return ofLanes[0];
    }

    /** Mean pixel in {@code [0, 1]}, {@code [size]}. */
    double[] mean() {
        return sums;
    }

    /** Covariance of pixels in {@code [0, 1]}, {@code [size × size]}, divided by the number of images. */
    double[][] matrix() {
        return products;
    }

    private void addBlock(ImageSet set, int from, int to) {
        for (int first = from; first < to; first += LOADED) {
            int count = Math.min(LOADED, to - first);
            load(set, first, count);
            for (int tile = 0; tile < images.length; tile++) {
                addLoaded(tile, count);
            }
        }
        flush();
    }

    private void load(ImageSet set, int from, int count) {
        for (int g = 0; g < count; g++) {
            for (int tile = 0; tile < images.length; tile++) {
                float[] target = images[tile][g];
                int first = tile * TILE;
                int width = Math.min(TILE, size - first);
                for (int j = 0; j < width; j++) {
                    int value = set.rawPixel(from + g, first + j);
                    target[j] = value;
                    sums[first + j] += value;
                }
            }
        }
    }

    /**
     * Row by row, so that the sums of a row stay in the nearest cache while all loaded images are added to it. Images
     * that are black in this place add nothing and are passed over: half of all in Fashion-MNIST.
     */
    private void addLoaded(int tile, int count) {
        float[][] columns = images[tile];
        int rows = Math.min(size, (tile + 1) * TILE);
        for (int row = 0; row < rows; row++) {
            float[][] weights = images[row / TILE];
            int within = row % TILE;
            int bright = 0;
            for (int g = 0; g < count; g++) {
                float weight = weights[g][within];
                if (weight != 0) {
                    factors[bright] = weight;
                    chosen[bright++] = columns[g];
                }
            }
            while (bright % GROUP != 0) {
                factors[bright] = 0;
                chosen[bright++] = black;
            }
            for (int first = 0; first < bright; first += GROUP) {
                addGroup(partial[tile][row], first);
            }
        }
    }

    /** Four at a time and not eight: the compiler only vectorises loops with a small body fully. */
    private void addGroup(float[] target, int first) {
        float[] x0 = chosen[first];
        float[] x1 = chosen[first + 1];
        float[] x2 = chosen[first + 2];
        float[] x3 = chosen[first + 3];
        float a0 = factors[first];
        float a1 = factors[first + 1];
        float a2 = factors[first + 2];
        float a3 = factors[first + 3];
        for (int j = 0; j < TILE; j++) {
            target[j] += Math.fma(a0, x0[j], a1 * x1[j]) + Math.fma(a2, x2[j], a3 * x3[j]);
        }
    }

    private void flush() {
        for (int tile = 0; tile < partial.length; tile++) {
            int from = tile * TILE;
            int width = Math.min(TILE, size - from);
            for (int row = 0; row < from + width; row++) {
                float[] part = partial[tile][row];
                double[] to = products[row];
                for (int j = 0; j < width; j++) {
                    to[from + j] += part[j];
                }
                Arrays.fill(part, 0);
            }
        }
    }

    private void add(Covariance other) {
        for (int row = 0; row < size; row++) {
            sums[row] += other.sums[row];
            for (int j = row; j < size; j++) {
                products[row][j] += other.products[row][j];
            }
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
