package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.plot.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveScaleTest {
    @Test
    void pixelsAndValuesAreInverse() {
        for (CurveScale.Kind kind : CurveScale.Kind.values()) {
            CurveScale scale = new CurveScale(kind, 0.005, 0.2, 300, 20);
            for (double value : new double[] {0.005, 0.01, 0.07, 0.2}) {
                assertEquals(value, scale.value(scale.pixel(value)), 1e-12);
            }
        }
    }

    @Test
    void ticksAreRoundAndInside() {
        assertEquals(
                List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0),
                values(new CurveScale(CurveScale.Kind.LINEAR, 0, 10, 0, 100).ticks(6)));
        List<Double> ticks = values(new CurveScale(CurveScale.Kind.LOG, 0.008, 0.3, 0, 100).ticks(6));
        assertTrue(ticks.size() >= 2 && ticks.size() <= 6, ticks.toString());
        assertTrue(ticks.stream().allMatch(tick -> tick >= 0.008 && tick <= 0.3));
    }

    private static List<Double> values(List<Tick> ticks) {
        return ticks.stream().map(Tick::value).toList();
    }

    @Test
    void numbersShowFourDigits() {
        assertEquals("0.0089", CurvePainter.number(0.00894));
        assertEquals("0", CurvePainter.number(0));
        assertEquals("12.35", CurvePainter.number(12.345678));
        assertEquals("–", CurvePainter.number(Double.NaN));
    }
}
