package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussianQuantilesTest {
    @Test
    void theQuantileUndoesTheDistribution() {
        double[] quantiles = GaussianQuantiles.at(91);
        for (int i = 0; i <= 90; i++) {
            assertEquals(0.05 + 0.01 * i, distribution(quantiles[i]), 1e-9);
        }
    }

    /** By Simpson's rule from the density, so that nothing is shared with what is tested. */
    private static double distribution(double z) {
        int parts = 400;
        double h = z / parts;
        double sum = density(0) + density(z);
        for (int i = 1; i < parts; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * density(i * h);
        }
        return 0.5 + sum * h / 3;
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void evenProbabilitiesFromFiveToNinetyFivePercent() {
        assertArrayEquals(new double[] {0}, GaussianQuantiles.at(1));
        assertArrayEquals(new double[] {-1.644853626951472, 0, 1.644853626951472}, GaussianQuantiles.at(3), 1e-14);
        double[] twenty = GaussianQuantiles.at(20);
        assertEquals(20, twenty.length);
        for (int i = 1; i < 20; i++) {
            assertTrue(twenty[i] > twenty[i - 1]);
            assertEquals(-twenty[i], twenty[19 - i]);
        }
        // The prior is densest in the middle, so its quantiles stand closest there.
        assertTrue(twenty[1] - twenty[0] > 2 * (twenty[10] - twenty[9]));
    }

    @Test
    void lessThanOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> GaussianQuantiles.at(0));
    }
}
