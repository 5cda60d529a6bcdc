package hourglass.engine.heap;

import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.ParameterBlock;
import hourglass.engine.model.ParameterLayout;
import java.util.SplittableRandom;

/**
 * First weights, uniform in ±√(6 / (inputs + outputs)) with biases at zero (Glorot and Bengio 2010).
 *
 * <p>Drawn here and not by DL4J because its generator is shared by all threads of the program.
 */
public final class InitialWeights {
    private InitialWeights() {}

    /** The flat vector {@code [parameterCount]} for a seed. */
    public static float[] draw(ModelSpec spec, long seed) {
        float[] values = new float[Math.toIntExact(spec.parameterCount())];
        SplittableRandom random = new SplittableRandom(seed);
        for (ParameterBlock block : ParameterLayout.of(spec)) {
            if (block.shape().size() > 1) {
                double limit = Math.sqrt(6.0 / fans(block));
                for (int i = 0; i < block.size(); i++) {
                    values[block.offset() + i] = (float) ((2 * random.nextDouble() - 1) * limit);
                }
            }
        }
        return values;
    }

    /** Inputs and outputs of a neuron together; each place under the window of a convolution counts. */
    private static double fans(ParameterBlock block) {
        int window = block.size() / (block.shape().get(0) * block.shape().get(1));
        return (double) (block.shape().get(0) + block.shape().get(1)) * window;
    }
}
