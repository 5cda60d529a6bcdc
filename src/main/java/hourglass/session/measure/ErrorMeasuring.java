package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.engine.train.Evaluation;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import java.util.function.BooleanSupplier;

/** Measures the error of every image of a set, portion by portion. One thread at a time. */
public final class ErrorMeasuring {
    private final Provenance of;
    private final ImageSet images;
    private final NetworkInput input;
    private final double[] errors;
    private Pace pace = new Pace();
    private int done;

    /** Of these images, which belong to the data of {@code of}. */
    public ErrorMeasuring(Provenance of, ImageSet images) {
        this(of, images, NetworkInput.CLEAN);
    }

    /** The same where what is to be reconstructed is given as {@code input} says; the error is that to the image itself. */
    public ErrorMeasuring(Provenance of, ImageSet images, NetworkInput input) {
        this.of = of;
        this.images = images;
        this.input = input;
        errors = new double[images.size()];
    }

    /** Measures the next images; the last portion knows the errors of all. */
    public Portion<ImageErrors> next(Reconstruction made) {
        int n = pace.next(errors.length - done);
        pace.time(n, () -> measure(made, n));
        done += n;
        return done == errors.length ? Portion.last(new ImageErrors(of, errors)) : Portion.of(done, errors.length);
    }

    private void measure(Reconstruction made, int n) {
        float[] originals = images.images(done, n);
        double[] part = Errors.perImage(
                originals,
                made.of(input.isNoisy() ? input.of(images, done, n) : originals, n),
                images.pixelsPerImage());
        System.arraycopy(part, 0, errors, done, n);
    }

    /**
     * All that is left in one go.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public ImageErrors all(Reconstruction made, BooleanSupplier cancelled) {
        pace = Pace.fixed(Evaluation.CHUNK);
        return Portion.all(() -> next(made), cancelled);
    }
}
