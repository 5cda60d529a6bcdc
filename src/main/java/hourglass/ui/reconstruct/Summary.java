package hourglass.ui.reconstruct;

import hourglass.session.measure.ImageErrors;
import java.util.Optional;
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

    /** Of errors on {@code images} images, as far as they are known. */
    static Summary of(int images, int codeSize, Optional<ImageErrors> network, Optional<ImageErrors> pca) {
        return new Summary(
                images,
                codeSize,
                mean(network),
                mean(pca),
                network.flatMap(own -> pca.map(own::smallerThan)).orElseGet(OptionalInt::empty));
    }

    private static OptionalDouble mean(Optional<ImageErrors> errors) {
        return errors.map(known -> OptionalDouble.of(known.mean())).orElseGet(OptionalDouble::empty);
    }

    /** Part of PCA's error that the network saves; negative where PCA is better. */
    public OptionalDouble saved() {
        return network.isPresent() && pca.isPresent() && pca.getAsDouble() > 0
                ? OptionalDouble.of(1 - network.getAsDouble() / pca.getAsDouble())
                : OptionalDouble.empty();
    }
}
