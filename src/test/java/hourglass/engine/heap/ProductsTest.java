package hourglass.engine.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.Computing;
import hourglass.core.Products;
import hourglass.core.Products.Inner;
import hourglass.core.Products.Strip;
import hourglass.engine.heap.vector.VectorProducts;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Vector products beside plain loops, at every size around those of a tile. */
class ProductsTest {
    private static final Products VECTOR = new VectorProducts();
    private static final Products PLAIN = Computing.PLAIN.products();
    private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 11, 16, 17, 24, 27, 33, 50, 57};

    private static float[] random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble() - 0.5);
        }
        return values;
    }

    private interface Product {
        void into(Products products, Strip to);
    }

    private static void same(Product product, int rows, int columns) {
        float[] plain = random((rows + 1) * (columns + 3), 9);
        float[] vector = plain.clone();
        product.into(PLAIN, new Strip(plain, 2, columns + 3));
        product.into(VECTOR, new Strip(vector, 2, columns + 3));
        assertArrayEquals(plain, vector, 1e-4f, rows + " × " + columns);
    }

    @Test
    void products() {
        float[] a = random(40_000, 1);
        float[] b = random(40_000, 2);
        for (int rows : SIZES) {
            for (int columns : SIZES) {
                for (int length : SIZES) {
                    Inner inner = new Inner(length % 3 + 1, 61, length);
                    same(
                            (products, to) -> products.times(
                                    new Strip(a, 3, 70), inner, new Strip(b, 1, columns + 2), to, rows, columns),
                            rows,
                            columns);
                    same(
                            (products, to) -> products.timesTransposed(
                                    new Strip(a, 3, 70), inner, new Strip(b, 1, inner.size() + 1), to, rows, columns),
                            rows,
                            columns);
                }
            }
        }
    }

    @Test
    void sums() {
        float[] a = random(40_000, 1);
        float[] b = random(40_000, 2);
        for (int rows : SIZES) {
            for (int columns : SIZES) {
                for (int length : SIZES) {
                    int runs = length % 3 + 1;
                    same(
                            (products, to) -> products.addTransposedTimes(
                                    new Strip(a, 3, 60),
                                    777,
                                    new Strip(b, 1, columns + 2),
                                    555,
                                    runs,
                                    length,
                                    to,
                                    rows,
                                    columns),
                            rows,
                            columns);
                }
            }
        }
    }

    /** What lanes rely on. */
    @Test
    void rowsAreTheSameBitsHoweverManyAreAskedFor() {
        float[] a = random(40_000, 1);
        float[] b = random(40_000, 2);
        float[] whole = new float[20 * 50];
        VECTOR.times(new Strip(a, 0, 100), Inner.of(90), new Strip(b, 0, 50), new Strip(whole, 0, 50), 20, 50);
        float[] sum = new float[20 * 50];
        VECTOR.addTransposedTimes(
                new Strip(a, 0, 100), 0, new Strip(b, 0, 50), 0, 1, 90, new Strip(sum, 0, 50), 20, 50);
        for (int row = 0; row < 20; row++) {
            float[] one = new float[50];
            VECTOR.times(new Strip(a, row * 100, 100), Inner.of(90), new Strip(b, 0, 50), new Strip(one, 0, 50), 1, 50);
            float[] part = new float[50];
            VECTOR.addTransposedTimes(
                    new Strip(a, row, 100), 0, new Strip(b, 0, 50), 0, 1, 90, new Strip(part, 0, 50), 1, 50);
            for (int j = 0; j < 50; j++) {
                assertEquals(whole[row * 50 + j], one[j]);
                assertEquals(sum[row * 50 + j], part[j]);
            }
        }
    }
}
