package hourglass.engine.model;

import hourglass.core.spec.ModelSpec;
import java.util.List;

/**
 * Weights and biases of one layer within the flat vector of a network.
 *
 * @param parameters of the whole network
 * @param weightBlock where its weights stand, in the order of {@link ParameterBlock}
 * @param biasBlock where its biases stand
 */
public record LayerWeights(Parameters parameters, ParameterBlock weightBlock, ParameterBlock biasBlock) {
    /**
     * Of one layer.
     *
     * @throws IllegalArgumentException if that layer has no weights
     */
    public static LayerWeights of(ModelSpec spec, Parameters parameters, int layer) {
        if (spec.layers().get(layer).tensors().isEmpty()) {
            throw new IllegalArgumentException("layer " + layer + " has no weights");
        }
        List<ParameterBlock> all = ParameterLayout.of(spec);
        int before = (int) spec.layers().subList(0, layer).stream()
                .mapToLong(each -> each.tensors().size())
                .sum();
        ParameterBlock one = all.get(before);
        ParameterBlock other = all.get(before + 1);
        return one.shape().size() > 1
                ? new LayerWeights(parameters, one, other)
                : new LayerWeights(parameters, other, one);
    }

    /** One weight. */
    public float weight(int index) {
        return parameters.get(weightBlock.offset() + index);
    }

    /** A copy of {@code count} weights from {@code first} on. */
    public float[] weights(int first, int count) {
        return parameters.slice(weightBlock.offset() + first, count);
    }

    /** One bias. */
    public float bias(int index) {
        return parameters.get(biasBlock.offset() + index);
    }
}
