package hourglass.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hourglass.core.color.Token;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.HistogramContent.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that is written into a chart lies over other words or is cut off, however large the text and small the chart. */
class PaintedTextTest {
    private static final double[] TEXTS = {14, 16, 20, 24, 28, 32};
    /** In sizes of the text: a chart with no more room than a sentence is none. */
    private static final double[] WIDTHS = {22, 26, 32, 45, 60, 90};

    private static HistogramContent bins() {
        float[] values = new float[11_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.0001f + i % 997 * 3e-5f;
        }
        return HistogramContent.over(values, "squared error per pixel")
                .with("usual", Token.FLOW, values, i -> i < 10_000)
                .with("odd: upside down", Token.DANGER, values, i -> i >= 10_000);
    }

    @Test
    void inAHistogramWithItsThresholdAnywhere() {
        List<String> faults = new ArrayList<>();
        for (double em : TEXTS) {
            for (double ems : WIDTHS) {
                double width = ems * em;
                for (double at : new double[] {0, 0.2, 0.45, 0.55, 0.7, 1}) {
                    double threshold = bins().low() + at * (bins().high() - bins().low());
                    HistogramContent content = bins().at(
                                    threshold, List.of("threshold 0.0151", "13 % of 10 000 flagged"))
                            .marked(List.of(new Mark("yours", 0.004)));
                    for (double height : new double[] {HistogramPainter.leastHeight(em), 500}) {
                        NotedInk ink = new NotedInk(em);
                        new HistogramPainter(ink, content, width, Math.max(height, HistogramPainter.leastHeight(em)))
                                .paint();
                        ink.textFaults(width, Math.max(height, HistogramPainter.leastHeight(em)))
                                .forEach(fault -> faults.add(em + " " + width + " " + at + ": " + fault));
                    }
                }
            }
        }
        assertEquals(List.of(), faults.stream().limit(8).toList(), faults.size() + " in all");
    }

    private static Curve curve(String name, Token color) {
        Samples samples = Samples.of(new double[] {0, 0.5, 1}, new double[] {0, 0.8, 1});
        return new Curve(name, "", color, Style.LINE, samples, "0.82");
    }

    @Test
    void inCurvesWithTheirNames() {
        List<String> faults = new ArrayList<>();
        for (double em : TEXTS) {
            for (double ems : WIDTHS) {
                double width = ems * em;
                CurveContent content = new CurveContent(
                        List.of(
                                curve("Squared error", Token.CURVE_VALIDATION),
                                curve("Brightness alone", Token.CURVE_PCA)),
                        List.of(),
                        List.of(new Marker("trained at 0.2", 0.2)),
                        1);
                double height = CurvePainter.leastHeight(em);
                NotedInk ink = new NotedInk(em);
                CurvePainter.of(
                                ink,
                                content,
                                new CurvePainter.Place(width, height, "false alarms", CurveScale.Kind.LINEAR))
                        .forEach(CurvePainter::paint);
                ink.textFaults(width, height).forEach(fault -> faults.add(em + " " + width + ": " + fault));
            }
        }
        assertEquals(List.of(), faults.stream().limit(12).toList(), faults.size() + " in all");
    }
}
