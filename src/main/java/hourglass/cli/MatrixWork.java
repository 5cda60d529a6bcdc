package hourglass.cli;

import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import java.util.List;

/** How much arithmetic a network's matrix products are, from its shape alone. */
final class MatrixWork {
    private MatrixWork() {}

    /** Multiplications of one layer's forward pass for one image; a convolution's edges count as if they were inside. */
    static long multiplications(LayerSpec layer) {
        if (layer instanceof LayerSpec.Dense dense) {
            return (long) dense.inputs() * dense.outputs();
        }
        if (layer instanceof LayerSpec.Convolution c) {
            return (long) c.outputs() * c.in().channels() * c.kernel() * c.kernel();
        }
        if (layer instanceof LayerSpec.TransposedConvolution t) {
            return (long) t.inputs() * t.out().channels() * t.kernel() * t.kernel();
        }
        return 0;
    }

    /**
     * Floating point operations of one training step for one image: each layer's product once forward, once for the
     * gradient of its weights and once for that of its input, which the first layer needs none of; a multiplication and
     * an addition each.
     */
    static long trainingOperations(ModelSpec model) {
        List<LayerSpec> layers = model.layers();
        long forward = layers.stream().mapToLong(MatrixWork::multiplications).sum();
        return 2 * (3 * forward - multiplications(layers.get(0)));
    }
}
