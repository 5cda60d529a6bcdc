package hourglass.figures;

import hourglass.core.color.Token;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link CurvePainter} draws; every name is in words for the user.
 *
 * @param curves lines and points, drawn in this order
 * @param levels horizontal dashed lines
 * @param markers vertical lines where something happened
 * @param xEnd where the axis ends at least, such as the epochs planned
 * @param axis where the vertical axis begins
 * @param hand a place that the user moves, at which the names above tell the values; NaN for none
 * @param below curves of another unit, in a smaller chart below over the same horizontal axis
 */
public record CurveContent(
        List<Curve> curves,
        List<Level> levels,
        List<Marker> markers,
        double xEnd,
        Axis axis,
        double hand,
        Optional<CurveContent> below) {
    /** Where the vertical axis begins. */
    public enum Axis {
        /** At zero; may be logarithmic. */
        FROM_ZERO,
        /** Just below the least value: for numbers that never come near zero. Never logarithmic. */
        FITTED
    }

    /** How a curve is drawn. */
    public enum Style {
        /** Every value faint, their moving average bold. */
        RAW_AND_SMOOTH,
        /** A dot per value, joined by a thin line. */
        POINTS,
        /** A faint thin line. */
        FAINT,
        /** A line without dots. */
        LINE,
        /** The same in strokes, so that lines differ in more than colour. */
        DASHED,
        /** The same in dots. */
        DOTTED,
        /** Not drawn, only named with its value under the pointer. */
        HIDDEN;

        Ink.Dash dash() {
            return switch (this) {
                case DASHED -> Ink.Dash.DASHED;
                case DOTTED -> Ink.Dash.DOTTED;
                default -> Ink.Dash.NONE;
            };
        }
    }

    /** Values in order of x; may be a live view of a growing log, as its size is read once per painting. */
    public interface Samples {
        /** Of values by their places, which must not be changed afterwards; ascending. */
        static Samples of(double[] places, double[] values) {
            if (places.length != values.length) {
                throw new IllegalArgumentException(
                        "expected as many places as values, got " + places.length + " and " + values.length);
            }
            return new Samples() {
                @Override
                public int size() {
                    return places.length;
                }

                @Override
                public double x(int index) {
                    return places[index];
                }

                @Override
                public double y(int index) {
                    return values[index];
                }
            };
        }

        /** Number of values now. */
        int size();

        /** Position of value {@code index}. */
        double x(int index);

        /** Value {@code index}. */
        double y(int index);
    }

    /**
     * One curve, or a part of one: parts of the same name and detail share their place in the legend and under the pointer.
     *
     * @param name in the legend
     * @param detail added to the name under the pointer; a curve with one has no place in the legend
     * @param said stands in the legend instead of its last value, such as the area below it; usually empty
     */
    public record Curve(String name, String detail, Token color, Style style, Samples samples, String said) {
        /** With its last value in the legend. */
        public Curve(String name, String detail, Token color, Style style, Samples samples) {
            this(name, detail, color, style, samples, "");
        }

        /** Without detail. */
        public Curve(String name, Token color, Style style, Samples samples) {
            this(name, "", color, style, samples);
        }

        /** As it is called under the pointer. */
        public String fullName() {
            return detail.isEmpty() ? name : name + ", " + detail;
        }
    }

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

    /** From zero, with nothing below. */
    public CurveContent(List<Curve> curves, List<Level> levels, List<Marker> markers, double xEnd) {
        this(curves, levels, markers, xEnd, Axis.FROM_ZERO, Optional.empty());
    }

    /** Without a hand. */
    public CurveContent(
            List<Curve> curves,
            List<Level> levels,
            List<Marker> markers,
            double xEnd,
            Axis axis,
            Optional<CurveContent> below) {
        this(curves, levels, markers, xEnd, axis, Double.NaN, below);
    }

    /** The same with a hand at a place. */
    public CurveContent withHand(double place) {
        return new CurveContent(curves, levels, markers, xEnd, axis, place, below);
    }

    boolean hasHand() {
        return !Double.isNaN(hand);
    }

    /** Nothing yet. */
    public static CurveContent empty() {
        return new CurveContent(List.of(), List.of(), List.of(), 1);
    }
}
