package hourglass.engine.dl4j;

import hourglass.core.spec.LayerSpec;
import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Configuration of the {@link SamplingLayer}. */
final class FusedSampling extends NoParamLayer {
    private static final long serialVersionUID = 1L;
    private final int latent;
    private final SamplingState state;

    FusedSampling(LayerSpec.Sampling shape, SamplingState state) {
        latent = shape.latent();
        this.state = state;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            @Nullable INDArray params,
            boolean initialise,
            DataType type) {
        SamplingLayer layer = new SamplingLayer(conf, type, latent, state);
        layer.setIndex(index);
        layer.setParamTable(Map.of());
        return layer;
    }

    @Override
    public InputType getOutputType(int index, InputType below) {
        return InputType.feedForward(latent);
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType below) {
        return null;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType below) {
        return new LayerMemoryReport.Builder(layerName, FusedSampling.class, below, InputType.feedForward(latent))
                .standardMemory(0, 0)
                .workingMemory(0, 0, latent, 3L * latent)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
