package hourglass.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PosteriorsTest {
    @Test
    void theDivergenceIsTheFormulaByHand() {
        // One image, two dimensions: mean 1 and variance 1 costs ½; mean 0 and variance e costs ½ (e − 2).
        float[] posterior = {1f, 0f, 0f, 1f};
        Posteriors.Divergence found = Posteriors.klPerDimension(posterior, 1);
        assertArrayEquals(new double[] {0.5, 0.5 * (Math.E - 2)}, found.perDimension(), 1e-6);
        assertEquals(0.5 + 0.5 * (Math.E - 2), found.sum(), 1e-6);
    }

    @Test
    void theDivergenceIsAMeanOverImages() {
        float[] posterior = {2f, 0f, 0f, 0f};
        assertEquals(1.0, Posteriors.klPerDimension(posterior, 2).sum(), 1e-9);
    }

    @Test
    void samplesHaveTheMeanAndTheDeviationTheyWereDrawnWith() {
        int n = 20_000;
        float[] posterior = new float[2 * n];
        for (int i = 0; i < n; i++) {
            posterior[2 * i] = 3f;
            posterior[2 * i + 1] = (float) Math.log(0.25);
        }
        float[] codes = Posteriors.sample(posterior, n, 5);
        double mean = 0;
        double square = 0;
        for (float code : codes) {
            mean += code / n;
            square += (code - 3.0) * (code - 3.0) / n;
        }
        assertEquals(3, mean, 0.02);
        assertEquals(0.25, square, 0.01);
        assertArrayEquals(codes, Posteriors.sample(posterior, n, 5));
    }
}
