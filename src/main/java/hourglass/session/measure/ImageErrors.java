package hourglass.session.measure;

import hourglass.core.metric.Errors;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The error of every test image under one network or under PCA, and the images from best to worst. Immutable. */
public final class ImageErrors {
    private final Provenance of;
    private final double[] errors;
    private final int[] order;
    private final double mean;

    /** Mean squared errors per pixel, image by image; images of equal error keep their order. */
    ImageErrors(Provenance of, double[] measured) {
        this.of = of;
        errors = measured.clone();
        mean = Errors.mean(errors);
        order = IntStream.range(0, errors.length)
                .boxed()
                .sorted(Comparator.comparingDouble(image -> errors[image]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What they are of. */
    public Provenance provenance() {
        return of;
    }

    /** How many images there are. */
    public int size() {
        return errors.length;
    }

    /** Mean squared error per pixel of one image. */
    public double of(int image) {
        return errors[image];
    }

    /** The same over all images. */
    public double mean() {
        return mean;
    }

    /** Image at a place of the ranking, 0 the best. */
    public int ranked(int place) {
        return order[place];
    }

    /** On how many images these errors are the smaller ones; nothing where the others are of other data. */
    public OptionalInt smallerThan(ImageErrors others) {
        if (!of.hasDataOf(others.of) || errors.length != others.errors.length) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) IntStream.range(0, errors.length)
                .filter(image -> errors[image] < others.errors[image])
                .count());
    }
}
