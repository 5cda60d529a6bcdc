package hourglass.core.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LatentWindowTest {
    private static final LatentWindow WINDOW = new LatentWindow(1, 5, -4, -2);

    @Test
    void itsSidesAreItsEdgesApart() {
        assertEquals(4, WINDOW.width());
        assertEquals(2, WINDOW.height());
        assertEquals(1.5, WINDOW.columnCentre(0, 4));
        assertEquals(4.5, WINDOW.columnCentre(3, 4));
        assertEquals(-2.25, WINDOW.rowCentre(0, 4));
        assertEquals(-3.75, WINDOW.rowCentre(3, 4));
    }

    @Test
    void aroundCodesItLeavesAMarginAndIgnoresWhatIsNotFinite() {
        float[] codes = {1, 10, 3, 30, Float.NaN, 99, 99, Float.POSITIVE_INFINITY};
        assertEquals(new LatentWindow(0, 4, 0, 40), LatentWindow.around(codes, 0.5));
        assertEquals(new LatentWindow(1, 3, 10, 30), LatentWindow.around(codes, 0));
        assertEquals(new LatentWindow(-1, 1, -1, 1), LatentWindow.around(new float[] {Float.NaN, 0}, 0.5));
    }

    @Test
    void aroundASinglePlaceItIsOpened() {
        assertEquals(new LatentWindow(2.5, 3.5, -7.5, -6.5), LatentWindow.around(new float[] {3, -7}, 0.1));
        LatentWindow far = LatentWindow.around(new float[] {2e6f, 0, 2e6f, 4}, 0.25);
        assertEquals(2e6 - 2, far.minX());
        assertEquals(2e6 + 2, far.maxX());
        assertEquals(-1, far.minY());
        assertEquals(5, far.maxY());
    }

    @Test
    void disorderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(0, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(0, 1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(0, Double.POSITIVE_INFINITY, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LatentWindow(0, 1, Double.NEGATIVE_INFINITY, 1));
    }
}
