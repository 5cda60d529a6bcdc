package hourglass.ui.sketch;

import hourglass.core.color.Token;
import hourglass.ui.chart.CurveChart;
import hourglass.ui.chart.CurveContent;
import hourglass.ui.chart.CurveContent.Curve;
import hourglass.ui.chart.CurveContent.Level;
import hourglass.ui.chart.CurveContent.Marker;
import hourglass.ui.chart.CurveContent.Style;
import hourglass.ui.kit.Appearance;
import hourglass.ui.kit.Section;
import hourglass.ui.kit.SegmentedChoice;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A made-up run of three and a half epochs. */
final class CurveSketch {
    private static final int PER_EPOCH = 1875;

    private CurveSketch() {}

    static Node section(Appearance appearance) {
        CurveChart chart = new CurveChart(appearance, "epochs");
        Random random = new Random(7);
        double[] training = new double[(int) (3.4 * PER_EPOCH)];
        for (int i = 0; i < training.length; i++) {
            training[i] = mean(i / (double) PER_EPOCH) * (1 + 0.09 * random.nextGaussian());
        }
        double[] validation = new double[12];
        for (int i = 0; i < validation.length; i++) {
            validation[i] = mean((i + 1) / 4.0) * 1.03;
        }
        chart.show(new CurveContent(
                List.of(
                        new Curve("Training", Token.CURVE_TRAIN, Style.RAW_AND_SMOOTH, samples(training, PER_EPOCH, 0)),
                        new Curve("Validation", Token.CURVE_VALIDATION, Style.POINTS, samples(validation, 4, 1))),
                List.of(new Level("PCA with 30 numbers", Token.CURVE_PCA, 0.0179)),
                List.of(new Marker("learning rate 0.0005", 2.4)),
                10));
        Section section = new Section("Error", chart);
        section.detailProperty().set("mean squared error per pixel");
        SegmentedChoice<String> axis = new SegmentedChoice<>(List.of("Linear", "Log"), word -> word);
        chart.logProperty().bind(axis.valueProperty().isEqualTo("Log"));
        axis.valueProperty().set(Boolean.getBoolean("sketch.log") ? "Log" : "Linear");
        section.tools(axis);
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private static double mean(double epoch) {
        return 0.0115 + 0.16 * Math.exp(-epoch * 30) + 0.02 * Math.exp(-epoch * 3) + 0.004 * Math.exp(-epoch);
    }

    private static CurveContent.Samples samples(double[] values, double perEpoch, int first) {
        return new CurveContent.Samples() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public double x(int index) {
                return (index + first) / perEpoch;
            }

            @Override
            public double y(int index) {
                return values[index];
            }
        };
    }
}
