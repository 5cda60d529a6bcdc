package hourglass.figures;

import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Style;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How far the vertical axis of curves reaches. */
record CurveRange(CurveContent content, List<CurveColumns> columns) {
    /** The first steps tower over all others; a straight axis that showed them whole would hide what follows. */
    CurveScale scale(CurveScale.Kind kind, double bottom, double top) {
        double[] seen = IntStream.range(0, columns.size())
                .filter(i -> content.curves().get(i).style() != Style.HIDDEN)
                .mapToObj(i -> columns.get(i).smooth)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double shown = kind == CurveScale.Kind.LINEAR && falls() ? 0.88 : 1;
        double most = withEpochs(seen.length == 0 ? 1 : seen[(int) ((seen.length - 1) * shown)]);
        double least = seen.length == 0 ? 0.1 : seen[0];
        for (Level level : content.levels()) {
            most = Math.max(most, level.y());
            least = Math.min(least, level.y());
        }
        if (content.axis() == CurveContent.Axis.FITTED) {
            double room = Math.max(1e-9, most - least);
            return new CurveScale(kind, least - room * 0.08, most + room * 0.12, bottom, top);
        }
        least = Math.max(1e-9, least);
        return kind == CurveScale.Kind.LINEAR
                ? new CurveScale(kind, 0, Math.max(1e-9, most * 1.12), bottom, top)
                : new CurveScale(kind, least * 0.6, Math.max(most, least * 1.5) * 1.3, bottom, top);
    }

    /** Whether a curve of batches begins above its end; a KL divergence rises instead and has nothing to cut off. */
    private boolean falls() {
        for (int i = 0; i < columns.size(); i++) {
            double[] smooth = Arrays.stream(columns.get(i).smooth)
                    .filter(Double::isFinite)
                    .toArray();
            boolean everyBatch = content.curves().get(i).style() == Style.RAW_AND_SMOOTH;
            if (everyBatch && smooth.length > 0 && smooth[0] > smooth[smooth.length - 1]) {
                return true;
            }
        }
        return false;
    }

    /** High enough for the dots of the epochs too, unless a few of them tower over everything. */
    private double withEpochs(double most) {
        double high = most;
        for (Curve curve : content.curves()) {
            for (int i = 0; curve.style() == Style.POINTS && i < curve.samples().size(); i++) {
                double value = curve.samples().y(i);
                high = value < most * 5 ? Math.max(high, value) : high;
            }
        }
        return high;
    }
}
