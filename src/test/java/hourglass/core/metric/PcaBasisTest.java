package hourglass.core.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.Computing;
import hourglass.core.data.ImageSet;
import hourglass.core.data.Sketchwear;
import hourglass.core.metric.NearestNeighbours.LabelledCodes;
import hourglass.session.concurrent.Crew;
import hourglass.testing.Engines;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PcaBasisTest {
    private static final Computing COMPUTING = Engines.networks().computing();

    private static ImageSet random(int count, int side, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * side * side];
        for (int i = 0; i < count; i++) {
            int level = random.nextInt(200);
            for (int p = 0; p < side * side; p++) {
                pixels[i * side * side + p] = (byte) (p % 3 == 0 ? 0 : level + random.nextInt(p % 7 + 1) * 6);
            }
        }
        return ImageSet.of(side, side, pixels, new byte[count], List.of("one"));
    }

    @Test
    void twoPixelsByHand() {
        // (0, 0) and (1, 1) twice each, (0, 1) and (1, 0) once: variance 1/4 each, covariance 1/12.
        byte[] pixels = {0, 0, -1, -1, 0, 0, -1, -1, 0, -1, -1, 0};
        PcaBasis basis = PcaBasis.fit(ImageSet.of(2, 1, pixels, new byte[6], List.of("one")), () -> false);
        float h = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] {0.5f, 0.5f}, basis.mean(), 1e-6f);
        assertArrayEquals(new float[] {h, h}, basis.component(0), 1e-6f);
        assertEquals(1.0 / 3, basis.variance(0), 1e-9);
        assertEquals(1.0 / 6, basis.variance(1), 1e-9);
        assertEquals(2.0 / 3, basis.explainedShare(1), 1e-9);
        assertArrayEquals(new float[] {h, -h}, basis.encode(new float[] {1, 1, 0, 0}, 2, 1), 1e-6f);
        assertArrayEquals(new float[] {0.5f, 0.5f}, basis.reconstruct(new float[] {0, 1}, 1, 1), 1e-6f);
        assertArrayEquals(new float[] {0, 1}, basis.reconstruct(new float[] {0, 1}, 1, 2), 1e-6f);
    }

    @Test
    void covarianceIsThatOfTheDefinition() {
        ImageSet set = random(301, 5, 3);
        Covariance covariance = Covariance.of(set, Computing.PLAIN, () -> false);
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j < 25; j++) {
                double sum = 0;
                for (int n = 0; n < set.size(); n++) {
                    sum += (set.rawPixel(n, i) / 255.0 - covariance.mean()[i])
                            * (set.rawPixel(n, j) / 255.0 - covariance.mean()[j]);
                }
                assertEquals(sum / set.size(), covariance.matrix()[i][j], 1e-12);
            }
        }
    }

    @Test
    void allComponentsGiveTheImageBackAndFewerNeverDoBetter() {
        ImageSet set = random(90, 6, 11);
        PcaBasis basis = PcaBasis.fit(set, () -> false);
        double before = Double.POSITIVE_INFINITY;
        for (int count = 0; count <= 36; count++) {
            double error = basis.meanSquaredError(set, count, Clipping.NONE, () -> false);
            assertTrue(error <= before + 1e-9, count + " components: " + error + " after " + before);
            assertEquals((1 - basis.explainedShare(count)) * totalVariance(basis), error * 36, 1e-5);
            before = error;
        }
        assertEquals(0, before, 1e-9);
    }

    private static double totalVariance(PcaBasis basis) {
        double sum = 0;
        for (int c = 0; c < basis.maxComponents(); c++) {
            sum += basis.variance(c);
        }
        return sum;
    }

    @Test
    void clippedReconstructionsStayInRangeAndAreNoWorse() {
        ImageSet set = random(60, 6, 5);
        PcaBasis basis = PcaBasis.fit(set, () -> false);
        float[] images = FashionMnist.pixels(set);
        for (float pixel : basis.reconstruct(images, 60, 3, Clipping.UNIT_RANGE)) {
            assertTrue(pixel >= 0 && pixel <= 1);
        }
        assertTrue(basis.meanSquaredError(set, 3, Clipping.UNIT_RANGE, () -> false)
                <= basis.meanSquaredError(set, 3, Clipping.NONE, () -> false));
    }

    @Test
    void largeImagesAreApproximatedAsWellAsExactly() {
        ImageSet set = random(160, 33, 21);
        PcaBasis basis = PcaBasis.fit(set, () -> false);
        assertEquals(128, basis.maxComponents());
        double[][] covariance = Covariance.of(set, Computing.PLAIN, () -> false).matrix();
        double[] exact = SymmetricEigen.of(covariance, () -> false).values();
        double held = 0;
        for (int c = 0; c < 20; c++) {
            held += exact[c];
        }
        double found = 0;
        for (int c = 0; c < 20; c++) {
            found += basis.variance(c);
        }
        assertEquals(exact[0], basis.variance(0), 1e-5 * exact[0]);
        assertEquals(held, found, 2e-3 * held);
    }

    @Test
    void lanesChangeNoBit() {
        ImageSet set = Sketchwear.generate(3, 600, 20).train();
        PcaBasis alone = PcaBasis.fit(set, () -> false);
        try (Crew crew = new Crew(3, Thread.NORM_PRIORITY)) {
            PcaBasis spread = PcaBasis.fit(set, Computing.plain(crew), () -> false);
            assertArrayEquals(alone.mean(), spread.mean());
            for (int c = 0; c < 40; c++) {
                assertEquals(alone.variance(c), spread.variance(c));
                assertArrayEquals(alone.component(c), spread.component(c));
            }
        }
    }

    @Test
    void wrongSizesAreRefused() {
        PcaBasis basis = PcaBasis.fit(random(5, 3, 1), () -> false);
        assertThrows(IllegalArgumentException.class, () -> basis.encode(new float[9], 1, 10));
        assertThrows(IllegalArgumentException.class, () -> basis.encode(new float[9], 2, 3));
        assertThrows(IllegalArgumentException.class, () -> basis.decode(new float[4], 1, 3, Clipping.NONE));
        assertThrows(IndexOutOfBoundsException.class, () -> basis.variance(9));
    }

    @Test
    void cancelledWorkEnds() {
        ImageSet set = random(5, 3, 1);
        assertThrows(CancellationException.class, () -> PcaBasis.fit(set, () -> true));
        PcaBasis basis = PcaBasis.fit(set, () -> false);
        assertThrows(CancellationException.class, () -> basis.meanSquaredError(set, 2, Clipping.NONE, () -> true));
        ImageSet large = random(3, 33, 1);
        assertThrows(CancellationException.class, () -> PcaBasis.fit(large, () -> true));
    }

    @Test
    void fashionMnistGivesTheKnownErrorsAndNeighbours() throws IOException {
        ImageSet train = FashionMnist.train();
        ImageSet test = FashionMnist.test();
        PcaBasis basis = PcaBasis.fit(train, COMPUTING, () -> false);
        assertEquals(0.0866, basis.meanSquaredError(test, 0, Clipping.NONE, () -> false), 0.00005);
        assertEquals(0.0461, basis.meanSquaredError(test, 2, Clipping.NONE, () -> false), 0.00005);
        assertEquals(0.0244, basis.meanSquaredError(test, 10, Clipping.NONE, () -> false), 0.00005);
        assertEquals(0.0151, basis.meanSquaredError(test, 32, Clipping.NONE, () -> false), 0.00005);
        assertEquals(0.0104, basis.meanSquaredError(test, 64, Clipping.NONE, () -> false), 0.00005);
        assertEquals(0.0098, basis.meanSquaredError(test, 64, Clipping.UNIT_RANGE, () -> false), 0.00005);
        assertEquals(0.0063, basis.meanSquaredError(test, 128, Clipping.NONE, () -> false), 0.00005);
        float[] trainCodes = basis.encode(FashionMnist.pixels(train), train.size(), 64);
        float[] testCodes = basis.encode(FashionMnist.pixels(test), test.size(), 64);
        double accuracy = NearestNeighbours.accuracy(
                new LabelledCodes(trainCodes, train.labels(), 64),
                new LabelledCodes(testCodes, test.labels(), 64),
                10,
                COMPUTING,
                () -> false);
        assertEquals(0.860, accuracy, 0.002);
    }
}
