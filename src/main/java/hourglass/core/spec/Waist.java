package hourglass.core.spec;

import java.util.List;

/**
 * The dense middle of a convolutional network.
 *
 * @param hidden neurons of dense layers between the last volume and the code, at most 3 of 1 … 4 096; the decoder mirrors
 *     them
 * @param codeSize numbers in the code, 1 … 4 096; 0 for no dense middle: the last volume is the code
 * @param activation of the code
 */
public record Waist(List<Integer> hidden, int codeSize, Activation activation) {
    /** Most dense hidden layers. */
    public static final int MAX_HIDDEN = 3;
    /** No dense middle. */
    public static final Waist NONE = new Waist(List.of(), 0, Activation.RELU);

    /** Checks every range. */
    public Waist {
        hidden = List.copyOf(hidden);
        Checks.range("waist.codeSize", "Code size", codeSize, 0, DenseSpec.MAX_NEURONS);
        Checks.range("waist.hidden", "Dense layers beside the code", hidden.size(), 0, MAX_HIDDEN);
        for (int neurons : hidden) {
            Checks.range("waist.hidden", "Neurons in a layer", neurons, 1, DenseSpec.MAX_NEURONS);
        }
        if (codeSize == 0 && !hidden.isEmpty()) {
            throw new InvalidSpecException("waist.hidden", "Dense layers need a dense code between them.");
        }
    }

    /** A code of this size right after the last volume. */
    public static Waist of(int codeSize, Activation activation) {
        return new Waist(List.of(), codeSize, activation);
    }

    /** Whether there is a dense code. */
    public boolean isDense() {
        return codeSize > 0;
    }
}
