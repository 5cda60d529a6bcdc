package hourglass.session.measure;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import hourglass.session.ask.Pace;
import hourglass.session.ask.Portion;
import hourglass.session.measure.NoiseErrors.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Measures the error over the noise level, of a network, of doing nothing and of a 3 × 3 median filter, portion by portion
 * on the first test images; after each level what is known so far. One thread at a time.
 */
public final class DenoisingErrors implements Function<Network, Portion<DenoisingCurve>> {
    /** Levels measured: 0, 0.05 … 0.6. */
    public static final int LEVELS = 13;

    /** The highest of them. */
    public static final double HIGHEST = 0.6;

    /** Test images measured, where there are as many. */
    public static final int IMAGES = 500;

    /** Noise of its own, the same for every network. */
    private static final long SEED = 20_260_202L;

    private static final NoiseMeasuring.Spoiling SPOILING = new NoiseMeasuring.Spoiling(25, DenoisingErrors::spoil);

    /** A rough picture first: ends and middle, then what lies between. */
    private static final int[] ORDER = {0, 4, 12, 8, 2, 6, 10, 1, 3, 5, 7, 9, 11};

    private final Provenance of;
    private final ImageSet test;
    private final NoiseKind kind;
    private final int images;
    private final List<Optional<NoiseErrors>> levels = new ArrayList<>(Collections.nCopies(LEVELS, Optional.empty()));
    private Pace pace = new Pace();
    private NoiseMeasuring underWay;
    private int turn;

    /** Over the first {@value #IMAGES} images of {@code test}, which belong to the data of {@code of}. */
    public DenoisingErrors(Provenance of, ImageSet test, NoiseKind kind) {
        this.of = of;
        this.test = test;
        this.kind = kind;
        images = Math.min(IMAGES, test.size());
        underWay = measuring(ORDER[0]);
    }

    /** The level at a place of the curve. */
    public static double level(int index) {
        return HIGHEST * index / (LEVELS - 1);
    }

    private NoiseMeasuring measuring(int index) {
        return new NoiseMeasuring(of, test, new NoiseSpec(kind, level(index)), images, SPOILING).at(pace);
    }

    private static float[] spoil(float[] clean, ImageSet set, NoiseSpec noise, int first) {
        return noise.level() == 0
                ? clean
                : Denoising.spoil(ImageBlock.copyOf(set.width(), set.height(), clean), noise, SEED + first)
                        .toArray();
    }

    /** Measures some images at one level. */
    @Override
    public Portion<DenoisingCurve> apply(Network tried) {
        Portion<NoiseErrors> portion = underWay.next(Map.of(Method.NETWORK, tried::reconstruct));
        if (portion.isLast()) {
            levels.set(ORDER[turn], portion.known());
            turn++;
            if (turn < LEVELS) {
                underWay = measuring(ORDER[turn]);
            }
            return new Portion<>(Optional.of(curve()), turn * images, LEVELS * images);
        }
        return Portion.of(turn * images + portion.done(), LEVELS * images);
    }

    /**
     * All that is left in one go.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public DenoisingCurve all(Network tried, BooleanSupplier cancelled) {
        pace = Pace.fixed(SPOILING.block());
        underWay = measuring(ORDER[turn]);
        return Portion.all(() -> apply(tried), cancelled);
    }

    private DenoisingCurve curve() {
        return new DenoisingCurve(of, kind, images, levels);
    }
}
