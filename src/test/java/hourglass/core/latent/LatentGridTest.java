package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatentGridTest {
    @Test
    void theTopRowHasTheLargestSecondNumber() {
        float[] codes = LatentGrid.codes(new double[] {-1, 2}, new double[] {-3, 0, 3});
        assertArrayEquals(new float[] {-1, 3, 2, 3, -1, 0, 2, 0, -1, -3, 2, -3}, codes);
    }

    @Test
    void placesOutOfOrderOrMissingAreRefused() {
        double[] one = {0};
        assertThrows(IllegalArgumentException.class, () -> LatentGrid.codes(new double[] {}, one));
        assertThrows(IllegalArgumentException.class, () -> LatentGrid.codes(new double[] {1, 0}, one));
        assertThrows(IllegalArgumentException.class, () -> LatentGrid.codes(one, new double[] {Double.NaN}));
    }

    @Test
    void aWindowAroundCodesLeavesOutWhatIsNotFinite() {
        float[] codes = {0, 0, 10, 4, Float.NaN, 99, Float.POSITIVE_INFINITY, -99};
        assertEquals(new LatentWindow(-1, 11, -0.4, 4.4), rounded(LatentWindow.around(codes, 0.1)));
        assertEquals(new LatentWindow(-1, 1, -1, 1), LatentWindow.around(new float[] {Float.NaN, 1}, 0.1));
        LatentWindow single = LatentWindow.around(new float[] {3, 4}, 0);
        assertEquals(new LatentWindow(2.5, 3.5, 3.5, 4.5), single);
        assertTrue(LatentWindow.around(new float[] {1e9f, 1, 1e9f, 2}, 0).width() > 0);
    }

    private static LatentWindow rounded(LatentWindow window) {
        return new LatentWindow(round(window.minX()), round(window.maxX()), round(window.minY()), round(window.maxY()));
    }

    private static double round(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    @Test
    void windowsWithoutAreaAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(0, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(0, Double.NaN, 0, 1));
    }
}
