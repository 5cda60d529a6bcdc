package hourglass.session.ask;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import java.util.Arrays;

/**
 * Error over the noise level, of a network, of doing nothing and of a 3 × 3 median filter, measured step by step on the
 * first test images. Not thread-safe; {@link #curve()} is what may be handed on.
 */
public final class DenoisingErrors {
    /** Levels measured: 0, 0.05 … 0.6. */
    public static final int LEVELS = 13;
    /** The highest of them. */
    public static final double HIGHEST = 0.6;
    /** Test images measured, where there are as many. */
    public static final int IMAGES = 500;

    private static final int CHUNK = 25;
    /** Noise of its own, the same for every network. */
    private static final long SEED = 20_260_202L;
    /** A rough picture first: ends and middle, then what lies between. */
    private static final int[] ORDER = {0, 4, 12, 8, 2, 6, 10, 1, 3, 5, 7, 9, 11};

    private final ImageSet test;
    private final NoiseKind kind;
    private final int images;
    private final double[] network = unknown();
    private final double[] nothing = unknown();
    private final double[] median = unknown();
    private final double[] sums = new double[3];
    private int turn;
    private int done;

    /** Over the first {@value #IMAGES} images of {@code test}. */
    public DenoisingErrors(ImageSet test, NoiseKind kind) {
        this.test = test;
        this.kind = kind;
        images = Math.min(IMAGES, test.size());
    }

    private static double[] unknown() {
        double[] values = new double[LEVELS];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The level at a place of the curve. */
    public static double level(int index) {
        return HIGHEST * index / (LEVELS - 1);
    }

    /** Measures some images at one level; says whether there is more to do. */
    public boolean next(Network tried) {
        int n = Math.min(CHUNK, images - done);
        ImageBlock clean = block(done, n);
        double level = level(ORDER[turn]);
        ImageBlock noisy = level == 0 ? clean : Denoising.spoil(clean, new NoiseSpec(kind, level), SEED + done);
        float[] truth = clean.toArray();
        float[] spoilt = noisy.toArray();
        float[] filtered = MedianFilter.apply(spoilt, test.width(), test.height());
        sums[0] += n * Errors.meanSquaredError(Denoising.denoise(tried, noisy).toArray(), truth);
        sums[1] += n * Errors.meanSquaredError(spoilt, truth);
        sums[2] += n * Errors.meanSquaredError(filtered, truth);
        done += n;
        if (done == images) {
            closeLevel();
        }
        return turn < LEVELS;
    }

    private void closeLevel() {
        network[ORDER[turn]] = sums[0] / images;
        nothing[ORDER[turn]] = sums[1] / images;
        median[ORDER[turn]] = sums[2] / images;
        Arrays.fill(sums, 0);
        done = 0;
        turn++;
    }

    private ImageBlock block(int from, int count) {
        return ImageBlock.copyOf(test.width(), test.height(), test.images(from, count));
    }

    /** What is known now. */
    public DenoisingCurve curve() {
        return new DenoisingCurve(kind, images, turn == LEVELS, network, nothing, median);
    }

    /** Levels measured so far. */
    public int levelsDone() {
        return turn;
    }
}
