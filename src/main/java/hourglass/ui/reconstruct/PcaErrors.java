package hourglass.ui.reconstruct;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.metric.PcaBasis;
import java.util.stream.IntStream;

/**
 * The error of PCA on every test image, as far as it is computed; in parts, so that no other question waits long.
 * Immutable.
 */
final class PcaErrors {
    private static final int PART = 250;

    private final ImageSet test;
    private final PcaBasis basis;
    private final int codeSize;
    private final double[] errors;
    private final int done;

    private PcaErrors(ImageSet test, PcaBasis basis, int codeSize, double[] errors, int done) {
        this.test = test;
        this.basis = basis;
        this.codeSize = codeSize;
        this.errors = errors;
        this.done = done;
    }

    static PcaErrors none(ImageSet test, PcaBasis basis, int codeSize) {
        return new PcaErrors(test, basis, codeSize, new double[test.size()], 0);
    }

    boolean isOf(ImageSet set, int size) {
        return test == set && codeSize == size;
    }

    boolean isComplete() {
        return done == errors.length;
    }

    boolean isFurtherThan(PcaErrors other) {
        return done > other.done;
    }

    double error(int image) {
        return errors[image];
    }

    /** These and those of the next images. */
    PcaErrors next() {
        int n = Math.min(PART, errors.length - done);
        int components = Math.min(codeSize, basis.maxComponents());
        float[] images = test.images(IntStream.range(done, done + n).toArray());
        double[] part = Errors.perImage(images, basis.reconstruct(images, n, components), test.pixelsPerImage());
        double[] more = errors.clone();
        System.arraycopy(part, 0, more, done, n);
        return new PcaErrors(test, basis, codeSize, more, done + n);
    }
}
