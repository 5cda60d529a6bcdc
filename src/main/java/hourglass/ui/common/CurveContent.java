package hourglass.ui.common;

import java.util.List;

/**
 * What a {@link CurveChart} shows; every name is in words for the user.
 *
 * @param curves lines and points, drawn in this order
 * @param levels horizontal dashed lines
 * @param markers vertical lines where something happened
 * @param xEnd where the axis ends at least, such as the epochs planned
 */
public record CurveContent(List<Curve> curves, List<Level> levels, List<Marker> markers, double xEnd) {
    /** How a curve is drawn. */
    public enum Style {
        /** Every value faint, their moving average bold. */
        RAW_AND_SMOOTH,
        /** A dot per value, joined by a thin line. */
        POINTS
    }

    /** Values in order of x; may be a live view of a growing log, as its size is read once per painting. */
    public interface Samples {
        /** Number of values now. */
        int size();

        /** Position of value {@code index}. */
        double x(int index);

        /** Value {@code index}. */
        double y(int index);
    }

    /** One curve. */
    public record Curve(String name, Token color, Style style, Samples samples) {}

    /** A dashed line at {@code y}. */
    public record Level(String name, Token color, double y) {}

    /** A thin line at {@code x} with a word at its top. */
    public record Marker(String text, double x) {}

    /** Copies the lists. */
    public CurveContent {
        curves = List.copyOf(curves);
        levels = List.copyOf(levels);
        markers = List.copyOf(markers);
    }

    /** Nothing yet. */
    public static CurveContent empty() {
        return new CurveContent(List.of(), List.of(), List.of(), 1);
    }
}
