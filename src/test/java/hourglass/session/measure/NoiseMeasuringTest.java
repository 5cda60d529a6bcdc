package hourglass.session.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.data.DataSet;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.train.Evaluation;
import hourglass.session.ask.Portion;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.testing.SmallData;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NoiseMeasuringTest {
    private static final NoiseSpec NOISE = new NoiseSpec(NoiseKind.GAUSSIAN, 0.2);

    /** All black but for its noise. */
    private static float[] spoilt(float[] clean, hourglass.core.data.ImageSet set, NoiseSpec noise, int first) {
        float[] noisy = clean.clone();
        for (int i = 0; i < noisy.length; i += 4) {
            noisy[i] = 0.5f;
        }
        return noisy;
    }

    @Test
    void eachMethodIsJudgedByTheCleanImages() {
        // One pixel in four is half bright; the median of a window of four such pixels and their mirrored border is
        // black.
        DataSet black = TinyData.of("black", 0, 0, 0);
        NoiseErrors errors = new NoiseMeasuring(
                        Provenance.of(black),
                        black.test(),
                        NOISE,
                        3,
                        new NoiseMeasuring.Spoiling(2, NoiseMeasuringTest::spoilt))
                .all(Map.of(Method.NETWORK, (noisy, n) -> filled(noisy.length, 0.1f)), () -> false);
        assertEquals(0.25 / 4, errors.by(Method.NOTHING), 1e-7, "a quarter of the pixels is wrong by a half");
        assertEquals(0.01, errors.by(Method.NETWORK), 1e-7);
        float[] noisy = {0.5f, 0, 0, 0};
        assertEquals(
                Errors.meanSquaredError(MedianFilter.apply(noisy, 2, 2), new float[4]), errors.by(Method.MEDIAN), 1e-7);
        assertTrue(Double.isNaN(errors.by(Method.PCA)), "which was not tried");
        assertEquals(NOISE, errors.noise());
        assertEquals(Provenance.of(black), errors.of());
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        java.util.Arrays.fill(values, value);
        return values;
    }

    @Test
    void theImagesAreSpoiltAsTrainingJudgesThem() {
        DataSet data = SmallData.garments();
        float[] clean = data.test().images(0, 100);
        float[] noisy = Evaluation.spoilt(clean, data.test(), NOISE, 0);
        NoiseMeasuring measuring = NoiseMeasuring.asInTraining(Provenance.of(data), data.test(), NOISE);
        Portion<NoiseErrors> portion = measuring.next(Map.of());
        assertEquals(64, portion.done(), "a first portion no larger than a hand may wait for");
        NoiseErrors errors = measuring.all(Map.of(), () -> false);
        assertEquals(Errors.meanSquaredError(noisy, clean), errors.by(Method.NOTHING), 1e-9);
        assertEquals(Errors.meanSquaredError(MedianFilter.apply(noisy, 28, 28), clean), errors.by(Method.MEDIAN), 1e-9);
    }

    @Test
    void itCanBeBrokenOff() {
        DataSet data = TinyData.of("a", 1, 2);
        NoiseMeasuring measuring = NoiseMeasuring.asInTraining(Provenance.of(data), data.test(), NOISE);
        assertThrows(CancellationException.class, () -> measuring.all(Map.of(), () -> true));
    }
}
