package hourglass.engine.heap;

import hourglass.core.Products;
import hourglass.core.Products.Inner;
import hourglass.core.Products.Strip;
import hourglass.core.spec.Activation;
import java.util.Arrays;

/**
 * A dense layer. Its weights are kept as {@code [shorter side × longer side]}, so that sums over the longer side and rows of
 * results both run along memory: narrowing layers compute {@code X Wᵀ}, {@code δ W} and {@code δᵀ X} with W {@code [out ×
 * in]}, widening ones {@code X V}, {@code δ Vᵀ} and {@code Xᵀ δ} with V {@code [in × out]}.
 */
final class DenseStep extends LayerStep {
    /** Fewest rows of the weight gradient in a piece. */
    private static final int ROWS = 4;

    private final Products products;
    private final boolean narrowing;
    private final int shorter;
    private final int longer;
    private float[] weights = new float[0];
    private int at;

    DenseStep(int inputs, int outputs, Activation activation, Products products) {
        super(new Shape(inputs, outputs, outputs, outputs), activation);
        this.products = products;
        narrowing = outputs <= inputs;
        shorter = Math.min(inputs, outputs);
        longer = Math.max(inputs, outputs);
    }

    @Override
    int weightCount() {
        return inputs() * outputs();
    }

    @Override
    void prepare(float[] values, int start, float[] biases, int biasAt) {
        super.prepare(values, start, biases, biasAt);
        weights = values;
        at = start;
    }

    private Strip matrix() {
        return new Strip(weights, at, longer);
    }

    private static Strip rows(float[] block, Part part, int width) {
        return new Strip(block, part.from() * width, width);
    }

    @Override
    void sums(float[] in, Part part) {
        Strip x = rows(in, part, inputs());
        Strip z = rows(out(), part, outputs());
        if (narrowing) {
            products.timesTransposed(x, Inner.of(inputs()), matrix(), z, part.count(), outputs());
        } else {
            products.times(x, Inner.of(inputs()), matrix(), z, part.count(), outputs());
        }
    }

    @Override
    void below(float[] below, Part part) {
        Strip error = rows(delta(), part, outputs());
        Strip e = rows(below, part, inputs());
        if (narrowing) {
            products.times(error, Inner.of(outputs()), matrix(), e, part.count(), inputs());
        } else {
            products.timesTransposed(error, Inner.of(outputs()), matrix(), e, part.count(), inputs());
        }
    }

    @Override
    int pieces() {
        return Math.max(1, Math.min(MOST_PARTS, shorter / (2 * ROWS)));
    }

    @Override
    Range gradient(float[] in, int n, int parts, int piece, float[] gradient, int start) {
        int from = border(piece);
        int to = border(piece + 1);
        Range range = new Range(start + from * longer, start + to * longer);
        Arrays.fill(gradient, range.from(), range.to(), 0f);
        Strip g = new Strip(gradient, range.from(), longer);
        Strip shortSide = narrowing ? new Strip(delta(), from, outputs()) : new Strip(in, from, inputs());
        Strip longSide = narrowing ? new Strip(in, 0, inputs()) : new Strip(delta(), 0, outputs());
        products.addTransposedTimes(shortSide, 0, longSide, 0, 1, n, g, to - from, longer);
        return range;
    }

    /** First row of a piece; whole tiles, so that none but the last piece has rows left over. */
    private int border(int piece) {
        return piece == pieces() ? shorter : piece * shorter / pieces() / ROWS * ROWS;
    }

    @Override
    void importWeights(float[] from, float[] to, int start) {
        if (narrowing) {
            super.importWeights(from, to, start);
        } else {
            transpose(from, to, start, outputs(), inputs());
        }
    }

    @Override
    void exportWeights(float[] from, float[] to, int start) {
        if (narrowing) {
            super.exportWeights(from, to, start);
        } else {
            transpose(from, to, start, inputs(), outputs());
        }
    }

    private static void transpose(float[] from, float[] to, int start, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                to[start + c * rows + r] = from[start + r * columns + c];
            }
        }
    }
}
