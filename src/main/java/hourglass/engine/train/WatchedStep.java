package hourglass.engine.train;

import hourglass.core.spec.LayerSpec;
import hourglass.engine.model.LayerWeights;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the optimiser with what was computed on the way: the batch, the network before it, its loss, and how large the
 * gradient and the change of each layer's weights are. Its arrays are not written again.
 *
 * @param before the network as it met the batch
 * @param inputs what it was given, {@code [images × pixels]}
 * @param targets what it was to give, {@code [images × pixels]}
 * @param drawSeed with which {@link hourglass.core.noise.NormalNumbers} give what was drawn, image after image, where the
 *     network is variational; else 0
 * @param step what came of it
 * @param changes one for each layer with weights, from the input to the output
 */
@SuppressWarnings("ArrayRecordComponent") // handed over and never written again
public record WatchedStep(
        ModelSnapshot before, float[] inputs, float[] targets, long drawSeed, Step step, List<Change> changes) {
    private static final double FIRST_MOMENT = 0.9;

    /**
     * Of one layer; root mean squares over its weights and biases.
     *
     * @param layer its place among the layers of the network
     * @param weights before the step
     * @param gradient of the loss
     * @param update what was added to the weights
     */
    public record Change(int layer, double weights, double gradient, double update) {
        /** The update as a share of the weights. */
        public double share() {
            return weights > 0 ? update / weights : 0;
        }
    }

    /** Copies the list. */
    public WatchedStep {
        changes = List.copyOf(changes);
    }

    /**
     * Compares the network before and after a step. The gradient is what Adam's first moment took in: {@code g = (m′ − 0.9 m) /
     * 0.1}, right to single precision.
     *
     * @param earlier state of the optimiser before the step, first moments first
     * @param later the same after it
     */
    static List<Change> changes(ModelSnapshot before, Parameters after, Parameters earlier, Parameters later) {
        List<LayerSpec> layers = before.experiment().model().layers();
        List<Change> changes = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).tensors().isEmpty()) {
                continue;
            }
            LayerWeights own = LayerWeights.of(before.experiment().model(), before.parameters(), layer);
            int from = Math.min(own.weightBlock().offset(), own.biasBlock().offset());
            int count = own.weightBlock().size() + own.biasBlock().size();
            double weights = 0;
            double gradient = 0;
            double update = 0;
            for (int i = from; i < from + count; i++) {
                double was = before.parameters().get(i);
                double moved = after.get(i) - was;
                double slope = ((double) later.get(i) - FIRST_MOMENT * earlier.get(i)) / (1 - FIRST_MOMENT);
                weights += was * was;
                gradient += slope * slope;
                update += moved * moved;
            }
            changes.add(new Change(
                    layer, Math.sqrt(weights / count), Math.sqrt(gradient / count), Math.sqrt(update / count)));
        }
        return changes;
    }
}
