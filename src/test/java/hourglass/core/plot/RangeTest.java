package hourglass.core.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void ofSkipsWhatIsNotFiniteAndWhatIsNotCounted() {
        double[] values = {Double.NaN, 2, -1, Double.POSITIVE_INFINITY, 99};
        assertEquals(new Range(-1, 2), Range.of(values, 4, new Range(0, 1)));
        assertEquals(new Range(0, 1), Range.of(values, 1, new Range(0, 1)));
    }

    @Test
    void positionsAndInclusion() {
        Range range = new Range(1, 100);
        assertEquals(0.5, range.logPosition(10), 1e-12);
        assertEquals(0.5, new Range(2, 200).logPosition(20), 1e-12);
        assertEquals(0.5, new Range(3, 3).logPosition(3));
        assertEquals(0, range.position(1));
        assertEquals(0.5, new Range(3, 3).position(3));
        assertTrue(range.contains(100));
        assertFalse(range.contains(100.1));
        assertEquals(new Range(-4, 100), range.including(-4));
        assertEquals(range, range.including(Double.NaN));
    }

    @Test
    void paddingOpensAnEmptyRange() {
        assertEquals(new Range(-1, 11), new Range(0, 10).padded(0.1));
        assertEquals(new Range(-0.5, 0.5), new Range(0, 0).padded(0.1));
        assertEquals(new Range(2, 6), new Range(4, 4).padded(0.1));
        assertEquals(new Range(5, 20), new Range(10, 10).paddedLog(0.1));
        assertEquals(0.1, new Range(1, 100).paddedLog(0.5).low(), 1e-12);
        assertEquals(2000, new Range(2, 200).paddedLog(0.5).high(), 1e-9);
    }

    @Test
    void disorderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Range(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Range(0, 1).paddedLog(0.1));
    }
}
