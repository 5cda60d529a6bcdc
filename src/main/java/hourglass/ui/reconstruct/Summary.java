package hourglass.ui.reconstruct;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The errors of all test images in four numbers, as far as they are known.
 *
 * @param images how many test images there are
 * @param codeSize numbers in the code
 * @param network mean squared error per pixel of the network
 * @param pca mean squared error per pixel of PCA with as many numbers
 * @param better on how many images the network's error is the smaller one
 */
public record Summary(int images, int codeSize, OptionalDouble network, OptionalDouble pca, OptionalInt better) {
    /** Before anything is known. */
    static final Summary NONE = new Summary(0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty());

    /** Part of PCA's error that the network saves; negative where PCA is better. */
    public OptionalDouble saved() {
        return network.isPresent() && pca.isPresent() && pca.getAsDouble() > 0
                ? OptionalDouble.of(1 - network.getAsDouble() / pca.getAsDouble())
                : OptionalDouble.empty();
    }
}
