package hourglass.engine.model;

import java.util.List;

/**
 * One named tensor within the flat vector of a network's {@link Parameters}.
 *
 * @param name such as {@code encoder.0.weight}; dense weights are {@code [outputs ×
 *     inputs]}, those of a convolution {@code [outputs × inputs × kernel × kernel]}, of a transposed one {@code [inputs ×
 *     outputs × kernel × kernel]}; row by row
 * @param shape its dimensions
 * @param offset where it starts in the flat vector
 */
public record ParameterBlock(String name, List<Integer> shape, int offset) {
    /** Copies the shape. */
    public ParameterBlock {
        shape = List.copyOf(shape);
    }

    /** Product of the dimensions. */
    public int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }
}
