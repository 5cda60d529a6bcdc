package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussianQuantilesTest {
    @Test
    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits stand as the tables print them
    void knownQuantilesOfTables() {
        assertEquals(0, GaussianQuantiles.quantile(0.5));
        assertEquals(1.6448536269514722, GaussianQuantiles.quantile(0.95), 1e-15);
        assertEquals(-1.6448536269514722, GaussianQuantiles.quantile(0.05), 1e-15);
        assertEquals(1.959963984540054, GaussianQuantiles.quantile(0.975), 1e-14);
        assertEquals(0.6744897501960817, GaussianQuantiles.quantile(0.75), 1e-15);
        // The three from the paper's own check, one for each of its branches.
        assertEquals(-0.6744897501960817, GaussianQuantiles.quantile(0.25), 1e-15);
        assertEquals(-3.090232306167814, GaussianQuantiles.quantile(1e-3), 1e-14);
        assertEquals(-9.262340089798408, GaussianQuantiles.quantile(1e-20), 1e-13);
    }

    @Test
    void theQuantileUndoesTheDistribution() {
        for (double z = -2; z <= 2; z += 0.01) {
            assertEquals(z, GaussianQuantiles.quantile(distribution(z)), 2e-7);
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
        assertArrayEquals(new double[] {-1.6448536269514722, 0, 1.6448536269514722}, GaussianQuantiles.at(3), 1e-15);
        double[] twenty = GaussianQuantiles.at(20);
        assertEquals(20, twenty.length);
        assertEquals(GaussianQuantiles.quantile(0.05 + 0.9 / 19), twenty[1], 1e-12);
        for (int i = 1; i < 20; i++) {
            assertTrue(twenty[i] > twenty[i - 1]);
            assertEquals(-twenty[i], twenty[19 - i]);
        }
        // The prior is densest in the middle, so its quantiles stand closest there.
        assertTrue(twenty[1] - twenty[0] > 2 * (twenty[10] - twenty[9]));
    }

    @Test
    void endsAreInfiniteAndNonsenseIsRefused() {
        assertEquals(Double.NEGATIVE_INFINITY, GaussianQuantiles.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, GaussianQuantiles.quantile(1));
        assertThrows(IllegalArgumentException.class, () -> GaussianQuantiles.quantile(1.5));
        assertThrows(IllegalArgumentException.class, () -> GaussianQuantiles.quantile(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> GaussianQuantiles.at(0));
    }
}
