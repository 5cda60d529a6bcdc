package hourglass.engine.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.Computing;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.metric.NearestNeighbours;
import hourglass.core.metric.NearestNeighbours.LabelledCodes;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.heap.vector.VectorProducts;
import hourglass.session.concurrent.Crew;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Measures that promise the same bits whatever they are computed with. */
class MeasuresInVectorsTest {
    @Test
    void principalComponents() {
        ImageSet set = Sketchwear.generate(3, 700, 20).train();
        PcaBasis plain = PcaBasis.fit(set, () -> false);
        try (Crew crew = new Crew(2, Thread.NORM_PRIORITY)) {
            PcaBasis vectors = PcaBasis.fit(set, new Computing(new VectorProducts(), crew), () -> false);
            assertArrayEquals(plain.mean(), vectors.mean());
            for (int c = 0; c < 60; c++) {
                assertEquals(plain.variance(c), vectors.variance(c));
                assertArrayEquals(plain.component(c), vectors.component(c));
            }
        }
    }

    @Test
    void neighbours() {
        SplittableRandom random = new SplittableRandom(5);
        LabelledCodes train = codes(random, 1500);
        LabelledCodes test = codes(random, 300);
        double plain = NearestNeighbours.accuracy(train, test, 5, Computing.PLAIN, () -> false);
        try (Crew crew = new Crew(2, Thread.NORM_PRIORITY)) {
            assertEquals(
                    plain,
                    NearestNeighbours.accuracy(train, test, 5, new Computing(new VectorProducts(), crew), () -> false));
        }
        assertEquals(0.7, plain, 0.25);
    }

    private static LabelledCodes codes(SplittableRandom random, int count) {
        float[] codes = new float[count * 19];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(3);
            for (int d = 0; d < 19; d++) {
                codes[i * 19 + d] = (float) (random.nextGaussian() + 0.3 * labels[i]);
            }
        }
        return new LabelledCodes(codes, labels, 19);
    }
}
