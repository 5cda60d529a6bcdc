package hourglass.figures;

import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of all curves at one place.
 *
 * @param content the curves
 * @param columns the same reduced to pixels
 * @param at the place on the horizontal axis
 * @param tolerance how far beyond its ends a curve still has a value
 */
record CurveHover(CurveContent content, List<CurveColumns> columns, double at, double tolerance) {
    /** What a curve, or the part of it that lies here, says; NaN for nothing. */
    record Reading(Curve curve, double value) {}

    /** One reading per full name, in the order of the curves. */
    List<Reading> readings(int column) {
        Map<String, Reading> found = new LinkedHashMap<>();
        for (int i = 0; i < content.curves().size(); i++) {
            Curve curve = content.curves().get(i);
            Reading reading = new Reading(curve, value(curve, columns.get(i), column));
            found.merge(curve.fullName(), reading, (old, now) -> Double.isFinite(now.value()) ? now : old);
        }
        return List.copyOf(found.values());
    }

    private double value(Curve curve, CurveColumns reduced, int column) {
        Samples samples = curve.samples();
        int size = samples.size();
        if (size == 0 || at > samples.x(size - 1) + tolerance || at < samples.x(0) - tolerance) {
            return isOfOneEpoch(curve, size) ? nearest(samples) : Double.NaN;
        }
        boolean everyBatch = curve.style() == Style.RAW_AND_SMOOTH || curve.style() == Style.HIDDEN;
        return everyBatch ? reduced.smoothAt(column) : nearest(samples);
    }

    /** The first dot of a curve is also the value on the way to it. */
    private boolean isOfOneEpoch(Curve curve, int size) {
        return size > 0
                && curve.style() == Style.POINTS
                && at < curve.samples().x(0)
                && curve.samples().x(0) <= 1;
    }

    private double nearest(Samples samples) {
        double best = Double.NaN;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            double away = Math.abs(samples.x(i) - at);
            if (away < distance) {
                distance = away;
                best = samples.y(i);
            }
        }
        return best;
    }
}
