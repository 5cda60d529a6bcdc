package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.core.plot.Tick;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Marker;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.Ink.Dash;
import hourglass.figures.Ink.Face;
import hourglass.figures.Ink.Letters;
import hourglass.figures.Ink.Pen;
import hourglass.figures.Ink.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws curves, for the window and for files: names with their values above, axes, curves, levels, markers. Made for one
 * painting.
 */
public final class CurvePainter {
    private static final double UPPER_SHARE = 0.58;
    /** More dots than these would run together. */
    private static final int MOST_DOTS = 60;

    private final Ink ink;
    private final CurveContent content;
    private final Place place;
    private final Foot foot;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final List<CurveColumns> columns = new ArrayList<>();
    private final List<Entry> entries;
    private final CurveScale x;
    private final CurveScale y;

    /** Whether a chart names the places on its horizontal axis, or the one below does it for both. */
    private enum Foot {
        NAMED,
        BARE
    }

    /**
     * Where to draw and how the axes run.
     *
     * @param width of everything
     * @param height of everything
     * @param xTitle names the horizontal axis, such as "epochs"; may be empty
     * @param kind of the vertical axis, where it begins at zero
     * @param steps names of the places 0, 1, 2 … of the horizontal axis where it has steps of one width, such as the values
     *     of a setting; empty where it counts from 0
     */
    public record Place(double width, double height, String xTitle, CurveScale.Kind kind, List<String> steps) {
        /** Copies the list. */
        public Place {
            steps = List.copyOf(steps);
        }

        /** Counting from 0. */
        public Place(double width, double height, String xTitle, CurveScale.Kind kind) {
            this(width, height, xTitle, kind, List.of());
        }
    }

    /** A name with its value and its line, at a place of the legend. */
    private record Entry(Curve curve, String value, double x, double middle) {}

    /** Height below which the names of two curves and an axis have no room, for this size of text. */
    public static double leastHeight(double em) {
        return Math.max(200, Math.ceil(em * 14));
    }

    /** The drawing of some curves, and of those below them in a smaller chart. */
    public static List<CurvePainter> of(Ink ink, CurveContent content, Place place) {
        CurveContent lower = content.below().orElse(null);
        if (lower == null) {
            return List.of(new CurvePainter(ink, content, place, 0, Foot.NAMED));
        }
        double above = Math.round(place.height() * UPPER_SHARE);
        Place upper = new Place(place.width(), above, place.xTitle(), place.kind(), place.steps());
        return List.of(
                new CurvePainter(ink, content, upper, 0, Foot.BARE),
                new CurvePainter(ink, lower, place, above, Foot.NAMED));
    }

    /** Between {@code from} and the bottom of its place. */
    private CurvePainter(Ink ink, CurveContent content, Place place, double from, Foot foot) {
        this.ink = ink;
        this.foot = foot;
        this.content = content;
        this.place = place;
        left = Math.round(ink.em() * 4);
        right = place.width() - Math.round(ink.em());
        bottom = place.height() - Math.round(ink.em() * (foot == Foot.NAMED ? 2 : 0.8));
        double xEnd = xEnd();
        content.curves()
                .forEach(curve -> columns.add(CurveColumns.of(curve.samples(), (int) Math.max(1, right - left), xEnd)));
        int steps = place.steps().size();
        x = steps == 0
                ? new CurveScale(CurveScale.Kind.LINEAR, 0, xEnd, left, right)
                : new CurveScale(CurveScale.Kind.LINEAR, -0.5, steps - 0.5, left, right);
        entries = entries(from);
        double lowest = entries.isEmpty()
                ? from + ink.em()
                : entries.get(entries.size() - 1).middle();
        top = Math.round(lowest + ink.em() * (content.hasHand() ? 2 : 1.4));
        boolean fitted = content.axis() == CurveContent.Axis.FITTED;
        y = new CurveRange(content, columns).scale(fitted ? CurveScale.Kind.LINEAR : place.kind(), bottom, top);
    }

    private double xEnd() {
        double end = Math.max(1e-9, content.xEnd());
        for (Curve curve : content.curves()) {
            int size = curve.samples().size();
            end = size == 0 ? end : Math.max(end, curve.samples().x(size - 1));
        }
        return end;
    }

    private double rowHeight() {
        return Math.round(ink.em() * 1.6);
    }

    private Letters words() {
        return new Letters(Face.WORDS, ink.em(), Token.INK);
    }

    private Letters value(Token color) {
        return new Letters(Face.STRONG_NUMBERS, Math.rint(ink.em() * 1.15), color);
    }

    private Letters axis() {
        return new Letters(Face.NUMBERS, ink.small(), Token.INK_SOFT);
    }

    /** One for each name, from the left, and below where a row is full. */
    private List<Entry> entries(double from) {
        List<Entry> found = new ArrayList<>();
        double at = left;
        double middle = from + Math.round(ink.em());
        for (int index : named()) {
            Curve curve = content.curves().get(index);
            String value = curve.said().isEmpty()
                    ? number(content.hasHand() ? valueAt(curve, content.hand()) : newest(curve, columns.get(index)))
                    : curve.said();
            double wide = 24 + ink.width(curve.name(), words()) + 12 + ink.width(value, value(curve.color()));
            if (content.hasHand()) {
                // Values that change under a hand stand one below the other, their digits in line.
                found.add(new Entry(curve, value, 0, middle));
                middle += rowHeight();
                continue;
            }
            if (at > left && at + wide > right) {
                at = left;
                middle += rowHeight();
            }
            found.add(new Entry(curve, value, at, middle));
            at += wide + 2 * ink.em();
        }
        return found;
    }

    /** Of several parts of one name the last one that has a value speaks. */
    private List<Integer> named() {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < content.curves().size(); i++) {
            Curve curve = content.curves().get(i);
            if (curve.detail().isEmpty() && curve.style() != Style.HIDDEN) {
                boolean empty = curve.samples().size() == 0 && last.containsKey(curve.name());
                last.merge(curve.name(), i, (before, now) -> empty ? before : now);
            }
        }
        return List.copyOf(last.values());
    }

    private static double newest(Curve curve, CurveColumns reduced) {
        int size = curve.samples().size();
        return size > 0 && curve.style() != Style.RAW_AND_SMOOTH
                ? curve.samples().y(size - 1)
                : reduced.smoothAt(reduced.smooth.length - 1);
    }

    /** Straight between the values beside a place; NaN where one of them is not known. */
    private static double valueAt(Curve curve, double at) {
        CurveContent.Samples samples = curve.samples();
        for (int i = 0; i < samples.size(); i++) {
            if (Math.abs(samples.x(i) - at) < 1e-9) {
                return samples.y(i);
            }
            if (i > 0 && samples.x(i) > at) {
                double share = (at - samples.x(i - 1)) / (samples.x(i) - samples.x(i - 1));
                return samples.y(i - 1) + share * (samples.y(i) - samples.y(i - 1));
            }
        }
        return Double.NaN;
    }

    /** Draws everything. */
    public void paint() {
        axes();
        if (content.hasHand()) {
            hand(content.hand());
        }
        // Dots at the end of the axis stand out beyond it.
        ink.clipped(left, top, right - left + 5, bottom - top, () -> {
            for (int i = 0; i < content.curves().size(); i++) {
                curve(content.curves().get(i), columns.get(i));
            }
            new LevelLines(ink, content.levels(), y).paint(left, right, top);
        });
        content.markers().forEach(this::marker);
        entries.forEach(this::legend);
    }

    private void axes() {
        for (Tick tick : y.ticks((int) Math.max(3, Math.min(6, (bottom - top) / (ink.em() * 3))))) {
            double at = y.pixel(tick.value());
            ink.hairline(left, at, right, at, new Pen(Token.GRID, 1));
            ink.text(tick.label(), left - 8, at, Side.RIGHT, axis());
        }
        ink.hairline(left, bottom, right, bottom, new Pen(Token.BORDER_STRONG, 1));
        if (foot == Foot.NAMED) {
            places();
        }
    }

    private void places() {
        double below = bottom + Math.round(ink.em() * 0.9);
        Letters letters = new Letters(Face.WORDS, ink.small(), Token.INK_SOFT);
        double titleLeft = place.xTitle().isEmpty()
                ? Double.POSITIVE_INFINITY
                : right - ink.width(place.xTitle(), letters) - ink.em();
        for (Tick tick : xTicks()) {
            double at = x.pixel(tick.value());
            if (at < titleLeft || !place.steps().isEmpty()) {
                ink.text(tick.label(), at, below, Side.CENTRE, axis());
            }
        }
        List<String> steps = place.steps();
        double last = steps.isEmpty()
                ? 0
                : x.pixel(steps.size() - 1.0) + ink.width(steps.get(steps.size() - 1), axis()) / 2 + ink.em();
        if (last < right - ink.width(place.xTitle(), letters)) {
            ink.text(place.xTitle(), right, below, Side.RIGHT, letters);
        }
    }

    private List<Tick> xTicks() {
        List<String> steps = place.steps();
        return steps.isEmpty()
                ? x.ticks((int) Math.max(2, Math.min(11, (right - left) / (ink.em() * 4))))
                : IntStream.range(0, steps.size())
                        .mapToObj(i -> new Tick(i, steps.get(i)))
                        .toList();
    }

    private void curve(Curve curve, CurveColumns reduced) {
        switch (curve.style()) {
            case POINTS -> points(curve);
            case FAINT -> line(curve, new Pen(curve.color(), 0.5, 1.25, Dash.NONE));
            case RAW_AND_SMOOTH -> rawAndSmooth(curve, reduced);
            case LINE, DASHED, DOTTED ->
                line(curve, new Pen(curve.color(), 1, 2.2, curve.style().dash()));
            case HIDDEN -> {}
        }
        double value = content.hasHand() ? valueAt(curve, content.hand()) : Double.NaN;
        if (Double.isFinite(value)) {
            ink.disc(x.pixel(content.hand()), y.pixel(value), 4.5, curve.color());
        }
    }

    private void line(Curve curve, Pen pen) {
        int size = curve.samples().size();
        double[] xs = new double[size];
        double[] ys = new double[size];
        for (int i = 0; i < size; i++) {
            xs[i] = x.pixel(curve.samples().x(i));
            ys[i] = y.pixel(curve.samples().y(i));
        }
        ink.line(xs, ys, pen);
    }

    private void rawAndSmooth(Curve curve, CurveColumns reduced) {
        double[] xs = new double[reduced.smooth.length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = left + i + 0.5;
            ys[i] = y.pixel(reduced.smooth[i]);
            if (!Double.isNaN(reduced.low[i])) {
                double high = y.pixel(reduced.high[i]);
                ink.fill(left + i, high, 1, Math.max(1, y.pixel(reduced.low[i]) - high), curve.color(), 0.24);
            }
        }
        ink.line(xs, ys, new Pen(curve.color(), 2.5));
    }

    private void points(Curve curve) {
        line(curve, new Pen(curve.color(), 2));
        int size = curve.samples().size();
        for (int i = 0; i < size && size <= MOST_DOTS; i++) {
            if (Double.isFinite(curve.samples().y(i))) {
                ink.disc(x.pixel(curve.samples().x(i)), y.pixel(curve.samples().y(i)), 4, curve.color());
            }
        }
    }

    private void marker(Marker marker) {
        double at = x.pixel(marker.x());
        ink.hairline(at, top, at, bottom, new Pen(Token.INK_FAINT, 1, 1, Dash.DOTTED));
        boolean onLeft = at > (left + right) / 2;
        ink.text(
                marker.text(),
                onLeft ? at - 6 : at + 6,
                bottom - ink.em() * 0.7,
                onLeft ? Side.RIGHT : Side.LEFT,
                new Letters(Face.WORDS, ink.small(), Token.INK_SOFT));
    }

    /** An upright that can be taken by its knob. */
    private void hand(double at) {
        double px = x.pixel(at);
        ink.fill(px - 1, top - 10, 2, bottom - top + 10, Token.SELECTION, 1);
        ink.fill(px - 4, top - 10, 9, 10, Token.SELECTION, 1);
    }

    private void legend(Entry entry) {
        Curve curve = entry.curve();
        double[] ends = {entry.x(), entry.x() + 16};
        double[] middles = {entry.middle(), entry.middle()};
        ink.line(ends, middles, new Pen(curve.color(), 1, 4, curve.style().dash()));
        ink.text(curve.name(), entry.x() + 24, entry.middle(), Side.LEFT, words());
        if (content.hasHand()) {
            ink.text(entry.value(), right, entry.middle(), Side.RIGHT, value(curve.color()));
            return;
        }
        double at = entry.x() + 24 + ink.width(curve.name(), words()) + 12;
        ink.text(entry.value(), at, entry.middle(), Side.LEFT, value(curve.color()));
    }

    /** What a curve says at a place. */
    public record Reading(String name, String value, Token color, boolean drawn) {}

    /** Marks the place under the pointer; gives the values there, without those of curves that do not reach it. */
    public List<Reading> paintPointer(double pointerX) {
        if (pointerX < left || pointerX > right) {
            return List.of();
        }
        ink.hairline(pointerX, top, pointerX, bottom, new Pen(Token.INK_FAINT, 1));
        CurveHover hover = new CurveHover(content, columns, x.value(pointerX), (x.high() - x.low()) / 100);
        List<Reading> found = new ArrayList<>();
        for (CurveHover.Reading reading : hover.readings((int) (pointerX - left))) {
            Curve curve = reading.curve();
            if (Double.isFinite(reading.value())) {
                if (curve.style() == Style.RAW_AND_SMOOTH) {
                    ink.disc(pointerX, y.pixel(reading.value()), 4, curve.color());
                }
                found.add(new Reading(
                        curve.fullName(), number(reading.value()), curve.color(), curve.style() != Style.HIDDEN));
            }
        }
        content.levels().forEach(level -> found.add(new Reading(level.name(), number(level.y()), level.color(), true)));
        return found;
    }

    /** The pixel of a place on the horizontal axis. */
    public double pixelAt(double value) {
        return x.pixel(value);
    }

    /** The place on the horizontal axis below a pixel. */
    public double valueAt(double pixel) {
        return x.value(pixel);
    }

    /** Four digits that count, without the noise of more. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long) value);
        }
        if (size >= 1e6 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(
                Locale.ROOT, size >= 1000 ? "%.0f" : size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f", value);
    }
}
