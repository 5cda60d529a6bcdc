package hourglass.engine.model;

import hourglass.core.spec.Activation;
import hourglass.core.spec.LayerSpec;
import hourglass.core.spec.ModelSpec;
import hourglass.core.spec.Volume;
import hourglass.core.spec.Window;
import hourglass.core.spec.Window.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one number of a layer comes about: what it looked at, times its weights, summed over all it looked at, plus the bias,
 * through the activation. Immutable; its arrays are handed over and not written again.
 *
 * @param area what of the layer's input it looked at, in pixels of a map; of a dense layer all of it, as one row
 * @param parts one for each map it looked at, in their order; of a dense layer one
 * @param bias added to the sum of all parts
 * @param activation of the sum
 */
public record WeightedSum(Area area, List<Part> parts, double bias, Activation activation) {
    /**
     * What it took from one map. Beyond the edges the inputs are 0.
     *
     * @param map which, from 0
     * @param inputs {@code [rows × columns]}
     * @param weights {@code [rows × columns]}
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over and never written again
    public record Part(int map, float[] inputs, float[] weights) {
        /** Input times weight at one place. */
        public double product(int place) {
            return (double) inputs[place] * weights[place];
        }

        /** Of all products. */
        public double sum() {
            double sum = 0;
            for (int i = 0; i < inputs.length; i++) {
                sum += product(i);
            }
            return sum;
        }
    }

    /** Copies the list. */
    public WeightedSum {
        parts = List.copyOf(parts);
    }

    /** Of all parts, without the bias. */
    public double sum() {
        return parts.stream().mapToDouble(Part::sum).sum();
    }

    /** What the layer gives. */
    public double value() {
        double sum = sum() + bias;
        return switch (activation) {
            case RELU -> Math.max(0, sum);
            case TANH -> Math.tanh(sum);
            case SIGMOID -> 1 / (1 + Math.exp(-sum));
            case ELU -> sum > 0 ? sum : Math.expm1(sum);
            case LINEAR -> sum;
        };
    }

    /** The part whose sum is farthest from 0. */
    public Part strongest() {
        return parts.stream()
                .max(Comparator.comparingDouble(part -> Math.abs(part.sum())))
                .orElseThrow();
    }

    /**
     * Of one number of one layer; empty for a sampling layer, which sums nothing.
     *
     * @param parameters of the whole network
     * @param layer its place among {@link ModelSpec#layers}
     * @param input what the layer was given, {@code [inputs]}
     * @param index of the number, {@code 0 … outputs − 1}
     */
    public static Optional<WeightedSum> of(ModelSpec spec, Parameters parameters, int layer, float[] input, int index) {
        LayerSpec made = spec.layers().get(layer);
        if (made.tensors().isEmpty()) {
            return Optional.empty();
        }
        LayerWeights weights = LayerWeights.of(spec, parameters, layer);
        return Optional.of(made.visit(new Explained(weights, input, index)));
    }

    @SuppressWarnings("ArrayRecordComponent") // read at once and never kept
    private record Explained(LayerWeights weights, float[] input, int index) implements LayerSpec.Visitor<WeightedSum> {
        @Override
        public WeightedSum dense(LayerSpec.Dense layer) {
            float[] row = weights.weights(index * layer.inputs(), layer.inputs());
            Part all = new Part(0, input.clone(), row);
            return new WeightedSum(
                    new Area(0, 0, 1, layer.inputs()), List.of(all), weights.bias(index), layer.activation());
        }

        @Override
        public WeightedSum convolution(LayerSpec.Convolution layer) {
            int channels = layer.out().channels();
            Area area = Window.of(layer).under(row(layer.out()), column(layer.out()));
            int kernel = layer.kernel();
            return sum(
                    area,
                    layer.in(),
                    index % channels,
                    layer.activation(),
                    (from, to, row, column) ->
                            ((to * layer.in().channels() + from) * kernel + row - area.top()) * kernel
                                    + column
                                    - area.left());
        }

        @Override
        public WeightedSum transposed(LayerSpec.TransposedConvolution layer) {
            Window window = Window.of(layer);
            int channels = layer.out().channels();
            int atRow = row(layer.out());
            int atColumn = column(layer.out());
            int kernel = layer.kernel();
            return sum(
                    window.over(atRow, atColumn),
                    layer.in(),
                    index % channels,
                    layer.activation(),
                    (from, to, row, column) -> {
                        Area painted = window.under(row, column);
                        return ((from * channels + to) * kernel + atRow - painted.top()) * kernel
                                + atColumn
                                - painted.left();
                    });
        }

        @Override
        public WeightedSum sampling(LayerSpec.Sampling layer) {
            throw new IllegalStateException("a sampling layer has no weights");
        }

        private int row(Volume out) {
            return index / out.channels() / out.width();
        }

        private int column(Volume out) {
            return index / out.channels() % out.width();
        }

        /** Place of a weight among those of the layer. */
        private interface WeightAt {
            int of(int from, int to, int row, int column);
        }

        private WeightedSum sum(Area area, Volume in, int to, Activation activation, WeightAt place) {
            List<Part> parts = new ArrayList<>();
            for (int from = 0; from < in.channels(); from++) {
                float[] inputs = new float[area.rows() * area.columns()];
                float[] kernel = new float[inputs.length];
                for (int i = 0; i < inputs.length; i++) {
                    int row = area.top() + i / area.columns();
                    int column = area.left() + i % area.columns();
                    boolean inside = row >= 0 && row < in.height() && column >= 0 && column < in.width();
                    inputs[i] = inside ? input[(row * in.width() + column) * in.channels() + from] : 0;
                    kernel[i] = weights.weight(place.of(from, to, row, column));
                }
                parts.add(new Part(from, inputs, kernel));
            }
            return new WeightedSum(area, parts, weights.bias(to), activation);
        }
    }
}
