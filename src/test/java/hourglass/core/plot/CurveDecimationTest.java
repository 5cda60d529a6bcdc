package hourglass.core.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurveDecimationTest {
    @Test
    void eachColumnKeepsItsExtremesAndEnds() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7};
        double[] y = {4, 9, 1, 5, 7, Double.NaN, 6, 8};
        CurveDecimation curve = CurveDecimation.of(x, y, 8, new Range(0, 8), 2);
        assertEquals(2, curve.size());
        assertColumn(curve, 0, new double[] {0, 1, 9, 4, 5});
        assertColumn(curve, 1, new double[] {1, 6, 8, 7, 8});
    }

    private static void assertColumn(CurveDecimation curve, int i, double[] expected) {
        assertEquals(expected[0], curve.column(i));
        assertEquals(expected[1], curve.low(i));
        assertEquals(expected[2], curve.high(i));
        assertEquals(expected[3], curve.first(i));
        assertEquals(expected[4], curve.last(i));
    }

    @Test
    void onlyTheCountedAndVisibleArePartOfIt() {
        double[] x = {0, 1, 2, 3, 0, 0};
        double[] y = {5, 6, 7, 8, 1000, 1000};
        CurveDecimation curve = CurveDecimation.of(x, y, 4, new Range(1, 2), 10);
        assertEquals(2, curve.size());
        assertEquals(6, curve.low(0));
        assertEquals(9, curve.column(1));
        assertEquals(0, CurveDecimation.of(x, y, 0, new Range(0, 1), 10).size());
    }

    @Test
    void noSpikeIsEverLost() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 100; round++) {
            int n = 1 + random.nextInt(5000);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i;
                y[i] = random.nextDouble();
            }
            CurveDecimation curve = CurveDecimation.of(x, y, n, new Range(0, n), 1 + random.nextInt(300));
            Range all = Range.of(y, n, new Range(0, 0));
            double low = Double.MAX_VALUE;
            double high = 0;
            for (int i = 0; i < curve.size(); i++) {
                low = Math.min(low, curve.low(i));
                high = Math.max(high, curve.high(i));
                assertTrue(i == 0 || curve.column(i) > curve.column(i - 1));
            }
            assertEquals(all, new Range(low, high));
        }
    }

    @Test
    void wrongSizesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CurveDecimation.of(new double[1], new double[1], 1, new Range(0, 1), 0));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> CurveDecimation.of(new double[1], new double[2], 2, new Range(0, 1), 5));
    }
}
