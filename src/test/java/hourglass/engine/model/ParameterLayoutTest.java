package hourglass.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.spec.DataSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Preset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterLayoutTest {
    private static ModelSpec model(Preset preset) {
        return preset.experiment(new DataSpec("x", ""), 28, 28, 7).model();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void theBlocksFillTheVectorWithoutGapsUnderDifferentNames(Preset preset) {
        int offset = 0;
        Set<String> names = new HashSet<>();
        for (ParameterBlock block : ParameterLayout.of(model(preset))) {
            assertEquals(offset, block.offset());
            offset += block.size();
            names.add(block.name());
        }
        assertEquals(model(preset).parameterCount(), offset);
        assertEquals(ParameterLayout.of(model(preset)).size(), names.size());
    }

    @Test
    void convolutionsKeepTheirBiasFirstAndTheirWindows() {
        List<ParameterBlock> blocks = ParameterLayout.of(model(Preset.CONV_DENOISE));
        assertEquals(new ParameterBlock("encoder.0.bias", List.of(16), 0), blocks.get(0));
        assertEquals(new ParameterBlock("encoder.0.weight", List.of(16, 1, 3, 3), 16), blocks.get(1));
        assertEquals("decoder.2.weight", blocks.get(9).name());
        assertEquals(List.of(1, 16, 3, 3), blocks.get(9).shape());
        assertEquals(List.of(8, 16, 3, 3), blocks.get(7).shape());
    }

    @Test
    void theSamplingLayerHasNoWeights() {
        List<ParameterBlock> blocks = ParameterLayout.of(model(Preset.VAE_2));
        assertEquals(8, blocks.size());
        assertEquals(List.of(4, 256), blocks.get(2).shape());
        assertEquals("decoder.0.weight", blocks.get(4).name());
    }
}
