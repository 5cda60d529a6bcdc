package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hourglass.core.color.Token;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveHoverTest {
    private static final int COLUMNS = 100;

    private static Samples samples(double from, double... values) {
        return new Samples() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public double x(int index) {
                return from + index;
            }

            @Override
            public double y(int index) {
                return values[index];
            }
        };
    }

    private static List<CurveHover.Reading> at(double x, Curve... curves) {
        CurveContent content = new CurveContent(List.of(curves), List.of(), List.of(), 10);
        List<CurveColumns> columns = content.curves().stream()
                .map(curve -> CurveColumns.of(curve.samples(), COLUMNS, 10))
                .toList();
        return new CurveHover(content, columns, x, 0.1).readings((int) (x * COLUMNS / 10));
    }

    private final Curve before = new Curve("Training", Token.INK, Style.POINTS, samples(2, 0.5, 0.4));
    private final Curve run = new Curve("Training", Token.INK, Style.RAW_AND_SMOOTH, samples(4, 0.3, 0.2));

    @Test
    void ofTwoPartsOfACurveTheOneThatLiesHereSpeaks() {
        assertEquals(1, at(3, before, run).size());
        assertEquals(0.4, at(3, before, run).get(0).value());
        assertEquals(0.2, at(5, before, run).get(0).value(), 0.1);
        assertEquals(run, at(5, before, run).get(0).curve());
    }

    @Test
    void beyondAllPartsThereIsNoValue() {
        assertTrue(Double.isNaN(at(8, before, run).get(0).value()));
        assertTrue(Double.isNaN(at(1, before, run).get(0).value()));
    }

    @Test
    void partsWithADetailAreNamedApart() {
        Curve sample = new Curve("Validation", "on a sample", Token.INK, Style.FAINT, samples(0.5, 0.9, 0.8));
        Curve all = new Curve("Validation", Token.INK, Style.POINTS, samples(1, 0.7));
        List<CurveHover.Reading> found = at(1, sample, all);
        assertEquals(
                List.of("Validation, on a sample", "Validation"),
                found.stream().map(each -> each.curve().fullName()).toList());
        assertEquals(0.7, found.get(1).value());
        assertEquals(0.7, at(0.4, sample, all).get(1).value(), "on the way to the first dot it is already named");
    }
}
