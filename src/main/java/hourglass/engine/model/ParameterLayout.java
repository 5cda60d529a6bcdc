package hourglass.engine.model;

import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/** Where each tensor of a network stands in its flat vector, by the network's shape alone. */
public final class ParameterLayout {
    private ParameterLayout() {}

    /** The blocks of a network in the order of the flat vector, without gaps. */
    public static List<ParameterBlock> of(ModelSpec spec) {
        List<ParameterBlock> blocks = new ArrayList<>();
        int index = 0;
        int encoders = 0;
        for (LayerSpec layer : spec.layers()) {
            boolean encoder = index++ < spec.encoderLayers();
            if (layer.parameterCount() > 0) {
                String name = encoder ? "encoder." + encoders++ : "decoder." + (blocks.size() / 2 - encoders);
                add(blocks, name, layer);
            }
        }
        return blocks;
    }

    private static void add(List<ParameterBlock> blocks, String name, LayerSpec layer) {
        if (layer instanceof LayerSpec.Convolution c) {
            add(blocks, name + ".bias", List.of(c.out().channels()));
            add(blocks, name + ".weight", window(c.out().channels(), c.in().channels(), c.kernel()));
        } else if (layer instanceof LayerSpec.TransposedConvolution t) {
            add(blocks, name + ".bias", List.of(t.out().channels()));
            add(blocks, name + ".weight", window(t.in().channels(), t.out().channels(), t.kernel()));
        } else {
            add(blocks, name + ".weight", List.of(layer.outputs(), layer.inputs()));
            add(blocks, name + ".bias", List.of(layer.outputs()));
        }
    }

    private static List<Integer> window(int first, int second, int kernel) {
        return List.of(first, second, kernel, kernel);
    }

    private static void add(List<ParameterBlock> blocks, String name, List<Integer> shape) {
        int offset = blocks.isEmpty()
                ? 0
                : blocks.get(blocks.size() - 1).offset()
                        + blocks.get(blocks.size() - 1).size();
        blocks.add(new ParameterBlock(name, shape, offset));
    }
}
