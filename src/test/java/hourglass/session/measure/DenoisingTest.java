package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Network;
import hourglass.session.ask.Portion;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.RecordingNetworks;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenoisingTest {
    private static final ModelSnapshot COPYING = RecordingNetworks.snapshot(784, 1, 1);

    private final DataSet data = Sketchwear.generate(3, 10, 60);
    private final ImageSet test = data.test();
    private final RecordingNetworks networks = new RecordingNetworks();
    private final Network copying = networks.evaluator(COPYING.experiment().model());

    DenoisingTest() {
        copying.load(COPYING.parameters());
    }

    private DenoisingCurve curve(NoiseKind kind) {
        return new DenoisingErrors(Provenance.of(data, COPYING), test, kind).all(copying, () -> false);
    }

    private ImageBlock clean(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> i);
        return ImageBlock.copyOf(28, 28, test.images(indices));
    }

    @Test
    void whatTheNetworkIsShownIsTheNoisyImage() {
        ImageBlock clean = clean(3);
        ImageBlock noisy = Denoising.spoil(clean, new NoiseSpec(NoiseKind.GAUSSIAN, 0.2), 5);
        Denoising.denoise(copying, noisy);
        assertEquals(1, networks.shown.size());
        assertArrayEquals(noisy.toArray(), networks.shown.get(0));
        assertTrue(Errors.meanSquaredError(networks.shown.get(0), clean.toArray()) > 0.01);
    }

    @Test
    void whileTheLevelMovesTheNoiseGrowsInPlace() {
        ImageBlock grey = ImageBlock.copyOf(28, 28, grey());
        float[] weak = Denoising.spoil(grey, new NoiseSpec(NoiseKind.GAUSSIAN, 0.05), 5)
                .toArray();
        float[] strong = Denoising.spoil(grey, new NoiseSpec(NoiseKind.GAUSSIAN, 0.10), 5)
                .toArray();
        for (int i = 0; i < weak.length; i++) {
            if (strong[i] > 0 && strong[i] < 1) {
                assertEquals(2 * (weak[i] - 0.5), strong[i] - 0.5, 1e-5);
            }
        }
        float[] other = Denoising.spoil(grey, new NoiseSpec(NoiseKind.GAUSSIAN, 0.05), 6)
                .toArray();
        assertNotEquals(weak[0], other[0]);
    }

    private static float[] grey() {
        float[] pixels = new float[784];
        Arrays.fill(pixels, 0.5f);
        return pixels;
    }

    @Test
    void theCurveIsMeasuredFromTheNoisyImagesStepByStep() {
        DenoisingErrors errors = new DenoisingErrors(Provenance.of(data, COPYING), test, NoiseKind.GAUSSIAN);
        Portion<DenoisingCurve> portion = errors.apply(copying);
        int known = 0;
        while (!portion.isLast()) {
            if (portion.known().isPresent()) {
                known++;
                assertEquals(known, portion.known().get().known());
                assertFalse(portion.known().get().isComplete());
            }
            int before = portion.done();
            portion = errors.apply(copying);
            assertTrue(portion.done() > before && portion.done() <= before + 25, "in small portions");
        }
        DenoisingCurve curve = portion.known().orElseThrow();
        assertTrue(curve.isComplete());
        assertEquals(DenoisingErrors.LEVELS - 1, known, "each level is told as soon as it is there");
        assertEquals(Provenance.of(data, COPYING), curve.of());
        assertEquals(60, curve.images());
        assertEquals(0, curve.at(Method.NOTHING, 0));
        for (int i = 0; i < DenoisingErrors.LEVELS; i++) {
            assertEquals(curve.at(Method.NOTHING, i), curve.at(Method.NETWORK, i), 1e-12, "it copies what it is shown");
            assertTrue(i == 0 || curve.at(Method.NOTHING, i) > curve.at(Method.NOTHING, i - 1));
        }
        assertTrue(curve.at(Method.MEDIAN, 12) < curve.at(Method.NOTHING, 12));
    }

    @Test
    void theMedianIsThatOfTheNoisyImages() {
        DenoisingCurve curve = curve(NoiseKind.MASKING);
        ImageBlock clean = clean(60);
        double untouched = Errors.meanSquaredError(MedianFilter.apply(clean.toArray(), 28, 28), clean.toArray());
        assertEquals(untouched, curve.at(Method.MEDIAN, 0), 1e-9);
        assertTrue(curve.at(Method.MEDIAN, 12) > 2 * untouched);
    }

    @Test
    void betweenMeasuredLevelsTheCurveIsStraight() {
        DenoisingCurve curve = curve(NoiseKind.SALT_AND_PEPPER);
        double half = (curve.at(Method.NOTHING, 3) + curve.at(Method.NOTHING, 4)) / 2;
        assertEquals(half, curve.at(Method.NOTHING, 0.175), 1e-9);
        assertEquals(curve.at(Method.NOTHING, 12), curve.at(Method.NOTHING, 0.6), 1e-12);
        assertEquals(curve.at(Method.NOTHING, 12), curve.at(Method.NOTHING, 0.9), 1e-12);
    }
}
