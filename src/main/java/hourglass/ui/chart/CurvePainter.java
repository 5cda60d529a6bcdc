package hourglass.ui.chart;

import hourglass.core.color.Token;
import hourglass.core.plot.Tick;
import hourglass.ui.chart.CurveContent.Curve;
import hourglass.ui.chart.CurveContent.Level;
import hourglass.ui.chart.CurveContent.Marker;
import hourglass.ui.chart.CurveContent.Style;
import hourglass.ui.kit.Brush;
import hourglass.ui.kit.Fonts;
import hourglass.ui.kit.HoverCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws one picture of a chart: legend, axes, curves, and the values under the pointer. */
final class CurvePainter {
    private final Brush brush;
    private final CurveContent content;
    private final String xTitle;
    private final Foot foot;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final List<CurveColumns> columns = new ArrayList<>();
    private final CurveScale x;
    private final CurveScale y;

    /** Whether this chart names the places on its horizontal axis, or the one below does it for both. */
    enum Foot {
        NAMED,
        BARE
    }

    CurvePainter(Brush brush, CurveContent content, String xTitle, CurveScale.Kind kind, Foot foot) {
        this.brush = brush;
        this.foot = foot;
        this.content = content;
        this.xTitle = xTitle;
        left = Math.round(brush.em() * 4);
        right = brush.width() - Math.round(brush.em());
        top = Math.round(brush.em() * 2.4);
        bottom = brush.height() - Math.round(brush.em() * (foot == Foot.NAMED ? 2 : 0.8));
        double xEnd = xEnd();
        content.curves()
                .forEach(curve -> columns.add(CurveColumns.of(curve.samples(), (int) Math.max(1, right - left), xEnd)));
        x = new CurveScale(CurveScale.Kind.LINEAR, 0, xEnd, left, right);
        y = yScale(kind);
    }

    private double xEnd() {
        double end = Math.max(1e-9, content.xEnd());
        for (Curve curve : content.curves()) {
            int size = curve.samples().size();
            end = size == 0 ? end : Math.max(end, curve.samples().x(size - 1));
        }
        return end;
    }

    /** The first steps tower over all others; a straight axis that showed them whole would hide what follows. */
    private CurveScale yScale(CurveScale.Kind kind) {
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

    void paint() {
        axes();
        GraphicsContext g = brush.g();
        g.save();
        g.beginPath();
        // Dots at the end of the axis stand out beyond it.
        g.rect(left, top, right - left + 5, bottom - top);
        g.clip();
        for (int i = 0; i < content.curves().size(); i++) {
            curve(content.curves().get(i), columns.get(i));
        }
        levels();
        g.restore();
        content.markers().forEach(this::marker);
        legend();
    }

    private void axes() {
        GraphicsContext g = brush.g();
        for (Tick tick : y.ticks((int) Math.max(3, Math.min(6, (bottom - top) / (brush.em() * 3))))) {
            g.setStroke(brush.color(Token.GRID));
            double at = y.pixel(tick.value());
            brush.hairline(left, at, right, at);
            g.setFill(brush.color(Token.INK_SOFT));
            brush.text(tick.label(), left - 8, at, Fonts.numbers(brush.small()), TextAlignment.RIGHT);
        }
        g.setStroke(brush.color(Token.BORDER_STRONG));
        brush.hairline(left, bottom, right, bottom);
        if (foot == Foot.NAMED) {
            places();
        }
    }

    private void places() {
        GraphicsContext g = brush.g();
        double below = bottom + Math.round(brush.em() * 0.9);
        double titleLeft = right - xTitle.length() * brush.small() * 0.55 - brush.em();
        for (Tick tick : x.ticks((int) Math.max(2, Math.min(11, (right - left) / (brush.em() * 4))))) {
            double at = x.pixel(tick.value());
            if (at < titleLeft) {
                g.setFill(brush.color(Token.INK_SOFT));
                brush.text(tick.label(), at, below, Fonts.numbers(brush.small()), TextAlignment.CENTER);
            }
        }
        g.setFill(brush.color(Token.INK_SOFT));
        brush.text(xTitle, right, below, Fonts.words(brush.small()), TextAlignment.RIGHT);
    }

    private void levels() {
        GraphicsContext g = brush.g();
        for (Level level : content.levels()) {
            g.setStroke(brush.color(level.color()));
            g.setLineWidth(2);
            g.setLineDashes(8, 6);
            g.strokeLine(left, y.pixel(level.y()), right, y.pixel(level.y()));
            g.setLineDashes();
        }
        List<Level> upwards = content.levels().stream()
                .sorted(Comparator.comparingDouble(Level::y))
                .toList();
        double[] middles = labelRows(upwards);
        for (int i = 0; i < middles.length; i++) {
            name(upwards.get(i), middles[i]);
        }
    }

    /** Names of lines close together are stacked above the lowest, or they could not be read; none leaves the chart. */
    private double[] labelRows(List<Level> upwards) {
        double row = Math.round(brush.em() * 1.3);
        double[] middles = new double[upwards.size()];
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < middles.length; i++) {
            last = Math.min(y.pixel(upwards.get(i).y()) - Math.round(brush.em() * 0.8), last - row);
            middles[i] = last;
        }
        double least = top + Math.round(brush.em() * 0.5);
        for (int i = middles.length - 1; i >= 0; i--) {
            middles[i] = Math.max(middles[i], least);
            least = middles[i] + row;
        }
        return middles;
    }

    private void name(Level level, double middle) {
        String value = number(level.y());
        plate(middle, (value.length() + level.name().length()) * Fonts.NUMBER_ADVANCE * brush.em());
        brush.g().setFill(brush.color(level.color()));
        brush.text(value, right - 4, middle, Fonts.strongNumbers(brush.em()), TextAlignment.RIGHT);
        double before = right - 12 - value.length() * Fonts.NUMBER_ADVANCE * brush.em();
        brush.text(level.name(), before, middle, Fonts.words(brush.em()), TextAlignment.RIGHT);
    }

    /** Keeps a label legible over the noise of a curve. */
    private void plate(double middle, double width) {
        GraphicsContext g = brush.g();
        g.setFill(brush.colors().of(Token.SURFACE, 0.82));
        double height = brush.em() * 1.3;
        g.fillRoundRect(right - width - 12, middle - height / 2, width + 12, height, 6, 6);
    }

    private void curve(Curve curve, CurveColumns reduced) {
        switch (curve.style()) {
            case POINTS -> points(curve);
            case FAINT -> faint(curve);
            case RAW_AND_SMOOTH -> rawAndSmooth(curve, reduced);
            case HIDDEN -> {}
        }
    }

    private void faint(Curve curve) {
        brush.g().setStroke(brush.colors().of(curve.color(), 0.5));
        brush.g().setLineWidth(1.25);
        line(curve);
    }

    private void line(Curve curve) {
        GraphicsContext g = brush.g();
        g.beginPath();
        boolean begun = false;
        for (int i = 0; i < curve.samples().size(); i++) {
            double px = x.pixel(curve.samples().x(i));
            double py = y.pixel(curve.samples().y(i));
            if (Double.isFinite(py)) {
                if (begun) {
                    g.lineTo(px, py);
                } else {
                    g.moveTo(px, py);
                }
                begun = true;
            }
        }
        g.stroke();
    }

    private void rawAndSmooth(Curve curve, CurveColumns reduced) {
        GraphicsContext g = brush.g();
        g.setFill(brush.colors().of(curve.color(), 0.24));
        for (int i = 0; i < reduced.low.length; i++) {
            if (!Double.isNaN(reduced.low[i])) {
                double high = y.pixel(reduced.high[i]);
                g.fillRect(left + i, high, 1, Math.max(1, y.pixel(reduced.low[i]) - high));
            }
        }
        g.setStroke(brush.color(curve.color()));
        g.setLineWidth(2.5);
        g.beginPath();
        boolean begun = false;
        for (int i = 0; i < reduced.smooth.length; i++) {
            if (!Double.isNaN(reduced.smooth[i])) {
                if (begun) {
                    g.lineTo(left + i + 0.5, y.pixel(reduced.smooth[i]));
                } else {
                    g.moveTo(left + i + 0.5, y.pixel(reduced.smooth[i]));
                }
                begun = true;
            }
        }
        g.stroke();
    }

    private void points(Curve curve) {
        GraphicsContext g = brush.g();
        g.setStroke(brush.color(curve.color()));
        g.setFill(brush.color(curve.color()));
        g.setLineWidth(2);
        line(curve);
        int size = curve.samples().size();
        for (int i = 0; i < size && size <= 60; i++) {
            g.fillOval(
                    x.pixel(curve.samples().x(i)) - 4, y.pixel(curve.samples().y(i)) - 4, 8, 8);
        }
    }

    private void marker(Marker marker) {
        double px = x.pixel(marker.x());
        brush.g().setStroke(brush.color(Token.INK_FAINT));
        brush.g().setLineDashes(2, 4);
        brush.hairline(px, top, px, bottom);
        brush.g().setLineDashes();
        brush.g().setFill(brush.color(Token.INK_SOFT));
        boolean onLeft = px > (left + right) / 2;
        brush.text(
                marker.text(),
                onLeft ? px - 6 : px + 6,
                bottom - brush.em() * 0.7,
                Fonts.words(brush.small()),
                onLeft ? TextAlignment.RIGHT : TextAlignment.LEFT);
    }

    /** Names with their newest values; the names' width is estimated, as Inter has no fixed one. */
    private void legend() {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < content.curves().size(); i++) {
            Curve curve = content.curves().get(i);
            if (curve.detail().isEmpty() && curve.style() != Style.HIDDEN) {
                // Of several parts the last one that has a value speaks.
                boolean empty = curve.samples().size() == 0 && last.containsKey(curve.name());
                last.merge(curve.name(), i, (before, now) -> empty ? before : now);
            }
        }
        double at = left;
        for (int index : last.values()) {
            at += entry(content.curves().get(index), columns.get(index), at);
        }
    }

    private double entry(Curve curve, CurveColumns reduced, double start) {
        double line = Math.round(brush.em());
        double at = start;
        brush.g().setFill(brush.color(curve.color()));
        brush.roundRect(at, line - 2, 16, 4, 2);
        at += 24;
        brush.g().setFill(brush.color(Token.INK));
        brush.text(curve.name(), at, line, Fonts.words(brush.em()), TextAlignment.LEFT);
        at += curve.name().length() * brush.em() * 0.53 + 12;
        String newest = number(newest(curve, reduced));
        brush.g().setFill(brush.color(curve.color()));
        brush.text(newest, at, line, Fonts.strongNumbers(Math.rint(brush.em() * 1.15)), TextAlignment.LEFT);
        at += (newest.length() * Fonts.NUMBER_ADVANCE * 1.15 + 2) * brush.em();
        return at - start;
    }

    private static double newest(Curve curve, CurveColumns reduced) {
        int size = curve.samples().size();
        return size > 0 && curve.style() == Style.POINTS
                ? curve.samples().y(size - 1)
                : reduced.smoothAt(reduced.smooth.length - 1);
    }

    /** Marks the place under the pointer; gives the values there, without those of curves that do not reach it. */
    List<HoverCard.Line> paintPointer(double pointerX) {
        if (pointerX < left || pointerX > right) {
            return List.of();
        }
        brush.g().setStroke(brush.color(Token.INK_FAINT));
        brush.hairline(pointerX, top, pointerX, bottom);
        CurveHover hover = new CurveHover(content, columns, x.value(pointerX), (x.high() - x.low()) / 100);
        List<HoverCard.Line> lines = new ArrayList<>();
        for (CurveHover.Reading reading : hover.readings((int) (pointerX - left))) {
            Curve curve = reading.curve();
            if (Double.isFinite(reading.value())) {
                dot(curve, pointerX, reading.value());
                Token mark = curve.style() == Style.HIDDEN ? null : curve.color();
                lines.add(new HoverCard.Line(curve.fullName(), number(reading.value()), mark));
            }
        }
        content.levels()
                .forEach(level -> lines.add(new HoverCard.Line(level.name(), number(level.y()), level.color())));
        return lines;
    }

    /** The place under the pointer. */
    HoverCard.Line place(double pointerX) {
        return new HoverCard.Line(xTitle, String.format(Locale.ROOT, "%.2f", x.value(pointerX)), null);
    }

    private void dot(Curve curve, double pointerX, double value) {
        if (curve.style() == Style.RAW_AND_SMOOTH && Double.isFinite(value)) {
            brush.g().setFill(brush.color(curve.color()));
            brush.g().fillOval(pointerX - 4, y.pixel(value) - 4, 8, 8);
        }
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
