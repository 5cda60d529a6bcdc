package hourglass.ui.training;

import hourglass.ui.common.CurveContent.Curve;
import hourglass.ui.common.CurveContent.Samples;
import java.util.List;

/** Both losses by epoch as comma-separated values; a cell stays empty where that loss was not measured. */
final class CurveTable {
    private CurveTable() {}

    static String of(String caption, List<Curve> curves) {
        StringBuilder lines = new StringBuilder("# ").append(caption).append('\n');
        lines.append("epoch,training_loss,validation_loss\n");
        Samples training = curves.get(0).samples();
        Samples validation = curves.get(1).samples();
        int t = 0;
        int v = 0;
        while (t < training.size() || v < validation.size()) {
            double epoch = Math.min(at(training, t), at(validation, v));
            boolean trained = at(training, t) == epoch;
            boolean validated = at(validation, v) == epoch;
            lines.append(epoch)
                    .append(',')
                    .append(trained ? number(training.y(t)) : "")
                    .append(',')
                    .append(validated ? number(validation.y(v)) : "")
                    .append('\n');
            t += trained ? 1 : 0;
            v += validated ? 1 : 0;
        }
        return lines.toString();
    }

    private static double at(Samples samples, int index) {
        return index < samples.size() ? samples.x(index) : Double.POSITIVE_INFINITY;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
