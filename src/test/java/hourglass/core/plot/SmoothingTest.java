package hourglass.core.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void startsAtTheFirstValueAndMovesByHand() {
        // m = 0.5·1 = 0.5, 0.5·0.5 + 0.5·4 = 2.25; divided by 1 − 0.5, 1 − 0.25.
        assertArrayEquals(new double[] {1, 3}, Smoothing.of(new double[] {1, 4, 99}, 2, 0.5), 1e-12);
    }

    @Test
    void aConstantStaysAndNoWeightChangesNothing() {
        assertArrayEquals(new double[] {7, 7, 7}, Smoothing.of(new double[] {7, 7, 7}, 3, 0.98), 1e-12);
        assertArrayEquals(new double[] {1, 5, 2}, Smoothing.of(new double[] {1, 5, 2}, 3, 0), 1e-12);
    }

    @Test
    void aValueThatIsNotFiniteIsPassedOver() {
        Smoothing smoothing = new Smoothing(0.5);
        assertTrue(Double.isNaN(smoothing.next(Double.NaN)));
        assertEquals(2, smoothing.next(2), 1e-12);
        assertEquals(2, smoothing.next(Double.POSITIVE_INFINITY), 1e-12);
    }

    @Test
    void aWeightOfOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Smoothing(1));
        assertThrows(IllegalArgumentException.class, () -> new Smoothing(Double.NaN));
    }
}
