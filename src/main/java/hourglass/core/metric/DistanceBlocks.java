package hourglass.core.metric;

import hourglass.core.Products.Strip;
import java.util.Arrays;

/**
 * Squared Euclidean distances from one query to many points, by blocks that stay in the cache.
 *
 * <p>A block is kept with one coordinate per row, so that the inner loop runs over points, not over coordinates: it has
 * no reduction and vectorises. Differences are squared directly, so equal points are at distance 0 exactly.
 */
final class DistanceBlocks {
    /** Points per block. */
    static final int BLOCK = 512;

    private final int dimension;
    private final int count;
    /** {@code [block]}{@code [coordinate × point]}. */
    private final float[][] blocks;

    /** Of points {@code [count × dimension]}. */
    DistanceBlocks(float[] points, int count, int dimension) {
        this.dimension = dimension;
        this.count = count;
        blocks = new float[(count + BLOCK - 1) / BLOCK][dimension * BLOCK];
        for (int i = 0; i < count; i++) {
            float[] block = blocks[i / BLOCK];
            for (int d = 0; d < dimension; d++) {
                block[d * BLOCK + i % BLOCK] = points[i * dimension + d];
            }
        }
    }

    int blockCount() {
        return blocks.length;
    }

    /** Points in block {@code block}. */
    int sizeOf(int block) {
        return Math.min(BLOCK, count - block * BLOCK);
    }

    /** Writes the distances from the point at {@code queries[from …]} to all of block {@code block}. */
    void distances(float[] queries, int from, int block, float[] target) {
        Arrays.fill(target, 0, BLOCK, 0);
        float[] points = blocks[block];
        int d = 0;
        for (; d + 1 < dimension; d += 2) {
            addTwo(target, points, d * BLOCK, queries[from + d], queries[from + d + 1]);
        }
        if (d < dimension) {
            addOne(target, points, d * BLOCK, queries[from + d]);
        }
    }

    /** The distance that {@link #distances} writes for one point, to the last bit. */
    float distance(float[] queries, int from, int block, int point) {
        float[] points = blocks[block];
        float sum = 0;
        int d = 0;
        for (; d + 1 < dimension; d += 2) {
            float a = points[d * BLOCK + point] - queries[from + d];
            float b = points[(d + 1) * BLOCK + point] - queries[from + d + 1];
            sum += Math.fma(a, a, b * b);
        }
        if (d < dimension) {
            float a = points[d * BLOCK + point] - queries[from + d];
            sum += a * a;
        }
        return sum;
    }

    /** The points of a block, one coordinate per row, as a factor of products. */
    Strip points(int block) {
        return new Strip(blocks[block], 0, BLOCK);
    }

    /** Two at a time and not four: the compiler only vectorises loops with a small body fully. */
    private static void addTwo(float[] target, float[] points, int x, float qx, float qy) {
        for (int i = 0; i < BLOCK; i++) {
            float a = points[x + i] - qx;
            float b = points[x + BLOCK + i] - qy;
            target[i] += Math.fma(a, a, b * b);
        }
    }

    private static void addOne(float[] target, float[] points, int x, float qx) {
        for (int i = 0; i < BLOCK; i++) {
            float a = points[x + i] - qx;
            target[i] += a * a;
        }
    }
}
