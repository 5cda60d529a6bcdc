package hourglass.figures;

import hourglass.core.plot.Range;
import java.util.List;
import java.util.stream.IntStream;

/** Labelled points of a plane; those that are not finite are counted but not drawn. Immutable. */
public final class ScatterData {
    private final float[] xy;
    private final int[] labels;
    private final List<String> classNames;

    /**
     * Copies all.
     *
     * @param xy {@code [n × 2]}
     * @param labels {@code [n]}, each with a name
     * @throws IllegalArgumentException if the lengths disagree or a label has no name
     */
    public ScatterData(float[] xy, int[] labels, List<String> classNames) {
        if (xy.length != 2L * labels.length) {
            throw new IllegalArgumentException(
                    "expected two numbers for each of " + labels.length + " points, got " + xy.length);
        }
        for (int label : labels) {
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException("expected labels below " + classNames.size() + ", got " + label);
            }
        }
        this.xy = xy.clone();
        this.labels = labels.clone();
        this.classNames = List.copyOf(classNames);
    }

    int size() {
        return labels.length;
    }

    double x(int point) {
        return xy[2 * point];
    }

    double y(int point) {
        return xy[2 * point + 1];
    }

    int label(int point) {
        return labels[point];
    }

    List<String> classNames() {
        return classNames;
    }

    int count(int label) {
        return (int) IntStream.of(labels).filter(other -> other == label).count();
    }

    /** Points that can be drawn, a fresh array. */
    int[] finite() {
        return IntStream.range(0, size())
                .filter(i -> Float.isFinite(xy[2 * i]) && Float.isFinite(xy[2 * i + 1]))
                .toArray();
    }

    /** Of one axis over all points that can be drawn, at least −reach … reach; −1 … 1 where there is nothing. */
    Range range(int axis, double reach) {
        double[] values =
                IntStream.of(finite()).mapToDouble(i -> xy[2 * i + axis]).toArray();
        Range range = Range.of(values, values.length, new Range(-1, 1));
        return reach > 0 ? range.including(-reach).including(reach) : range;
    }
}
