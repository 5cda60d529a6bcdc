package hourglass.engine.model;

import hourglass.core.spec.DenseSpec;
import hourglass.core.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/** Where each tensor of a network stands in its flat vector, by the network's shape alone. */
public final class ParameterLayout {
    private ParameterLayout() {}

    /** The blocks of a network in the order of the flat vector, without gaps. */
    public static List<ParameterBlock> of(ModelSpec spec) {
        if (spec instanceof DenseSpec dense) {
            return dense(dense);
        }
        throw new IllegalArgumentException("no layout for " + spec.describe());
    }

    private static List<ParameterBlock> dense(DenseSpec spec) {
        List<ParameterBlock> blocks = new ArrayList<>();
        List<Integer> sizes = spec.layerSizes();
        int offset = 0;
        for (int layer = 0; layer + 1 < sizes.size(); layer++) {
            boolean encoder = layer < spec.codeIndex();
            String name = encoder ? "encoder." + layer : "decoder." + (layer - spec.codeIndex());
            int in = sizes.get(layer);
            int out = sizes.get(layer + 1);
            blocks.add(new ParameterBlock(name + ".weight", List.of(out, in), offset));
            offset += in * out;
            blocks.add(new ParameterBlock(name + ".bias", List.of(out), offset));
            offset += out;
        }
        return blocks;
    }
}
