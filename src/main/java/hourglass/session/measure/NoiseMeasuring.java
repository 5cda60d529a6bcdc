package hourglass.session.measure;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.train.Evaluation;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import hourglass.session.measure.NoiseErrors.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Measures what is left of one noise, portion by portion: after doing nothing, after a 3 × 3 median filter, and after
 * whatever else is tried. One thread at a time.
 */
public final class NoiseMeasuring {
    private final Provenance of;
    private final ImageSet test;
    private final NoiseSpec noise;
    private final Spoiling spoiling;
    private final int images;
    private final Map<Method, Double> sums = new EnumMap<>(Method.class);
    private Pace pace = new Pace();
    private float[] clean = {};
    private float[] noisy = {};
    private int blockStart;
    private int done;

    /** How a block of images gets its noise; the numbers of a block hang on its first image and its size. */
    record Spoiling(int block, Spoiler spoiler) {}

    /** Gives the images their noise, {@code first} being the number of the first. */
    interface Spoiler {
        float[] spoil(float[] clean, ImageSet set, NoiseSpec noise, int first);
    }

    NoiseMeasuring(Provenance of, ImageSet test, NoiseSpec noise, int images, Spoiling spoiling) {
        this.of = of;
        this.test = test;
        this.noise = noise;
        this.images = images;
        this.spoiling = spoiling;
    }

    /** In portions of this size, of at most a block each. */
    NoiseMeasuring at(Pace other) {
        pace = other;
        return this;
    }

    /** On all images, spoilt as those are by which training judges a network. */
    public static NoiseMeasuring asInTraining(Provenance of, ImageSet test, NoiseSpec noise) {
        return new NoiseMeasuring(of, test, noise, test.size(), new Spoiling(Evaluation.CHUNK, Evaluation::spoilt));
    }

    /** Measures the next images; the last portion knows the errors. */
    public Portion<NoiseErrors> next(Map<Method, Reconstruction> tried) {
        int pixels = test.pixelsPerImage();
        if (done == blockStart + clean.length / pixels) {
            blockStart = done;
            clean = test.images(done, Math.min(spoiling.block(), images - done));
            noisy = spoiling.spoiler().spoil(clean, test, noise, done);
        }
        int n = pace.next(blockStart + clean.length / pixels - done);
        pace.time(n, () -> measure(tried, n));
        done += n;
        return done == images ? Portion.last(errors()) : Portion.of(done, images);
    }

    private void measure(Map<Method, Reconstruction> tried, int n) {
        int from = (done - blockStart) * test.pixelsPerImage();
        int to = from + n * test.pixelsPerImage();
        float[] truth = Arrays.copyOfRange(clean, from, to);
        float[] spoilt = Arrays.copyOfRange(noisy, from, to);
        add(Method.NOTHING, n, spoilt, truth);
        add(Method.MEDIAN, n, MedianFilter.apply(spoilt, test.width(), test.height()), truth);
        tried.forEach((method, way) -> add(method, n, way.of(spoilt, n), truth));
    }

    private void add(Method method, int n, float[] output, float[] truth) {
        sums.merge(method, n * Errors.meanSquaredError(output, truth), Double::sum);
    }

    private NoiseErrors errors() {
        Map<Method, Double> means = new EnumMap<>(Method.class);
        sums.forEach((method, sum) -> means.put(method, sum / images));
        return new NoiseErrors(of, noise, means);
    }

    /**
     * All that is left in one go.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public NoiseErrors all(Map<Method, Reconstruction> tried, BooleanSupplier cancelled) {
        pace = Pace.fixed(Evaluation.CHUNK);
        return Portion.all(() -> next(tried), cancelled);
    }
}
