package hourglass.core.metric;

import hourglass.core.Computing;
import hourglass.core.Products.Inner;
import hourglass.core.Products.Strip;
import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Exact mean and covariance of the pixels of a set.
 *
 * <p>Sums of products of bytes are whole numbers, and 256 · 255² is still below 2²⁴: so {@code float} sums over blocks
 * of 256 images lose nothing, in whatever order they are added. Nor do the sums of whole numbers in {@code double}, so
 * that neither the products used nor which lane adds which block makes a difference.
 */
final class Covariance {
    private static final int BLOCK = 256;
    /** Rows at a time; of each, columns left of the tile are known from the tiles above. */
    private static final int TILE = 112;

    private final int size;
    private final double[] sums;
    private final double[][] products;
    private final float[] partial;
    private final float[] images;
    private final float[] byPixel;

    private Covariance(int size) {
        this.size = size;
        sums = new double[size];
        products = new double[size][size];
        partial = new float[size * size];
        images = new float[BLOCK * size];
        byPixel = new float[size * BLOCK];
    }

    /** Of all images of {@code set}; the same whatever it is computed with. */
    static Covariance of(ImageSet set, Computing computing, BooleanSupplier cancelled) {
        Covariance[] ofLanes = new Covariance[computing.lanes().most()];
        Arrays.setAll(ofLanes, lane -> new Covariance(set.pixelsPerImage()));
        computing.lanes().each((set.size() + BLOCK - 1) / BLOCK, ofLanes.length, (block, lane) -> {
            Cancellation.check(cancelled);
            ofLanes[lane].addBlock(set, block * BLOCK, Math.min(set.size(), (block + 1) * BLOCK), computing);
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

    private void addBlock(ImageSet set, int from, int to, Computing computing) {
        load(set, from, to);
        Inner inner = Inner.of(to - from);
        for (int tile = 0; tile < size; tile += TILE) {
            computing
                    .products()
                    .times(
                            new Strip(byPixel, tile * BLOCK, BLOCK),
                            inner,
                            new Strip(images, tile, size),
                            new Strip(partial, tile * size + tile, size),
                            Math.min(TILE, size - tile),
                            size - tile);
        }
        for (int row = 0; row < size; row++) {
            double[] sum = products[row];
            for (int j = row; j < size; j++) {
                sum[j] += partial[row * size + j];
            }
        }
    }

    private void load(ImageSet set, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = (i - from) * size;
            for (int j = 0; j < size; j++) {
                int value = set.rawPixel(i, j);
                images[at + j] = value;
                byPixel[j * BLOCK + i - from] = value;
                sums[j] += value;
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
