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
        int decoders = 0;
        int offset = 0;
        for (LayerSpec layer : spec.layers()) {
            boolean encoder = index++ < spec.encoderLayers();
            if (layer.tensors().isEmpty()) {
                continue;
            }
            String name = encoder ? "encoder." + encoders++ : "decoder." + decoders++;
            for (LayerSpec.Tensor tensor : layer.tensors()) {
                ParameterBlock block = new ParameterBlock(name + "." + tensor.name(), tensor.shape(), offset);
                blocks.add(block);
                offset += block.size();
            }
        }
        return blocks;
    }
}
