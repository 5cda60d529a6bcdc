package hourglass.figures;

import hourglass.core.color.Token;
import hourglass.core.plot.Tick;
import hourglass.figures.HistogramContent.Mark;
import hourglass.figures.HistogramContent.Part;
import hourglass.figures.Ink.Dash;
import hourglass.figures.Ink.Face;
import hourglass.figures.Ink.Letters;
import hourglass.figures.Ink.Pen;
import hourglass.figures.Ink.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a histogram with its threshold: what is flagged is brighter, on a ground of the colour of odd things. */
public final class HistogramPainter {
    /** The handle of the threshold. */
    private static final double HANDLE = 20;

    private static final double DIM = 0.5;
    private static final double GROUND = 0.07;

    private final Ink ink;
    private final HistogramContent content;
    private final double right;
    private final double top;
    private final double bottom;
    private final CurveScale x;
    private final List<Name> names = new ArrayList<>();

    /** A part in the legend. */
    private record Name(Part part, String words, double at, double middle) {}

    /** Height below which its words have no room, for this size of text. */
    public static double leastHeight(double em) {
        return Math.max(200, Math.ceil(em * 13));
    }

    /** Of this size. */
    public HistogramPainter(Ink ink, HistogramContent content, double width, double height) {
        this.ink = ink;
        this.content = content;
        right = width - 1;
        top = legend();
        bottom = height - Math.round(ink.em() * 2);
        x = new CurveScale(CurveScale.Kind.LINEAR, content.low(), content.high(), 0, right);
    }

    /** Draws everything. */
    public void paint() {
        names();
        boolean hasThreshold = Double.isFinite(content.threshold());
        double at = hasThreshold ? Math.max(0, Math.min(right, x.pixel(content.threshold()))) : right;
        ink.fill(at, top, right - at, bottom - top, Token.DANGER, GROUND);
        ink.clipped(0, top, at, bottom - top, () -> bars(hasThreshold ? DIM : 1));
        ink.clipped(at, top, right - at, bottom - top, () -> bars(1));
        axis();
        if (hasThreshold) {
            threshold(at);
        }
        content.marks().forEach(this::mark);
    }

    /** The value below a pixel, within the axis. */
    public double valueAt(double pixel) {
        return Math.max(content.low(), Math.min(content.high(), x.value(pixel)));
    }

    /** Where a value stands. */
    public double pixelOf(double value) {
        return x.pixel(value);
    }

    /** From the left, and below where a row is full; the height of all of it. */
    private double legend() {
        Letters letters = name();
        double at = 0;
        double middle = ink.em();
        for (Part part : content.parts()) {
            String words = spaced(part.total()) + " " + part.name();
            double wide = 20 + ink.width(words, letters);
            if (at > 0 && at + wide > right) {
                at = 0;
                middle += Math.round(ink.em() * 1.4);
            }
            names.add(new Name(part, words, at, middle));
            at += wide + 2 * ink.em();
        }
        return Math.round(middle + ink.em() * 1.2);
    }

    private Letters name() {
        return new Letters(Face.WORDS, ink.em(), Token.INK_SOFT);
    }

    private void names() {
        for (Name each : names) {
            ink.fill(each.at(), each.middle() - 6, 12, 12, each.part().color(), 1);
            ink.text(each.words(), each.at() + 20, each.middle(), Side.LEFT, name());
        }
    }

    private static String spaced(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
    }

    private void bars(double opacity) {
        int most = 1;
        for (int bin = 0; bin < HistogramContent.BINS; bin++) {
            most = Math.max(most, content.parts().isEmpty() ? 0 : content.height(bin));
        }
        for (int bin = 0; bin < HistogramContent.BINS; bin++) {
            double left = Math.round(x.pixel(content.low() + bin * content.step()));
            double end = Math.round(x.pixel(content.low() + (bin + 1) * content.step()));
            double foot = bottom;
            for (Part part : content.parts()) {
                double high = (bottom - top - 4) * part.counts().get(bin) / most;
                ink.fill(left, foot - high, Math.max(1, end - left - 1), high, part.color(), opacity);
                foot -= high;
            }
        }
    }

    private void axis() {
        ink.hairline(0, bottom, right, bottom, new Pen(Token.BORDER_STRONG, 1));
        double below = bottom + Math.round(ink.em() * 0.9);
        Letters numbers = new Letters(Face.NUMBERS, ink.small(), Token.INK_SOFT);
        Letters words = new Letters(Face.WORDS, ink.small(), Token.INK_SOFT);
        double titleLeft = right - ink.width(content.axis(), words) - ink.em();
        for (Tick tick : x.ticks((int) Math.max(2, Math.min(9, right / (ink.em() * 5))))) {
            double wide = ink.width(tick.label(), numbers);
            double at = x.pixel(tick.value());
            if (at + wide / 2 < titleLeft) {
                ink.text(tick.label(), Math.max(wide / 2, at), below, Side.CENTRE, numbers);
            }
        }
        ink.text(content.axis(), right, below, Side.RIGHT, words);
    }

    private void threshold(double at) {
        ink.fill(at - 1, top - 4, 2, bottom - top + 4, Token.SELECTION, 1);
        ink.fill(at - HANDLE / 2, top, HANDLE, 2 * HANDLE, Token.SELECTION, 1);
        for (int side : new int[] {-1, 1}) {
            ink.line(
                    new double[] {at + 3 * side, at + 3 * side},
                    new double[] {top + 12, top + 28},
                    new Pen(Token.ON_SELECTION, 2));
        }
        said(at);
    }

    private Letters said(int line) {
        return line == 0
                ? new Letters(Face.STRONG_NUMBERS, Math.rint(ink.em() * 1.15), Token.INK)
                : new Letters(Face.WORDS, ink.em(), Token.INK_SOFT);
    }

    /** Beside the handle where there is room for all of it, on the right if it can be. */
    private void said(double at) {
        double wide = 0;
        for (int i = 0; i < content.said().size(); i++) {
            wide = Math.max(wide, ink.width(content.said().get(i), said(i)));
        }
        double gap = HANDLE / 2 + 10;
        boolean onLeft = at + gap + wide > right;
        double beside = onLeft ? Math.max(0, at - gap - wide) : at + gap;
        double middle = top + Math.round(ink.em() * 0.7);
        for (int i = 0; i < content.said().size(); i++) {
            Letters letters = said(i);
            String line = content.said().get(i);
            double left = onLeft ? Math.max(0, Math.min(at - gap, right) - ink.width(line, letters)) : beside;
            if (onLeft) {
                // Bars may stand behind it.
                ink.fill(
                        left - 4,
                        middle - ink.em() * 0.75,
                        ink.width(line, letters) + 8,
                        ink.em() * 1.5,
                        Token.GROUND,
                        0.6);
            }
            ink.text(line, left, middle, Side.LEFT, letters);
            middle += Math.round(ink.em() * 1.5);
        }
    }

    private void mark(Mark mark) {
        Letters letters = new Letters(Face.WORDS, ink.small(), Token.INK);
        double wide = ink.width(mark.word(), letters);
        double at = Math.max(0, Math.min(right, x.pixel(mark.value())));
        double centre = Math.max(wide / 2, Math.min(right - wide / 2, at));
        double middle = bottom - Math.round(ink.em() * 1.9);
        ink.fill(centre - wide / 2 - 4, middle - ink.em() * 0.65, wide + 8, ink.em() * 1.3, Token.SURFACE, 0.82);
        ink.text(mark.word(), centre, middle, Side.CENTRE, letters);
        ink.line(
                new double[] {at, at},
                new double[] {bottom - Math.round(ink.em() * 1.2), bottom},
                new Pen(Token.SELECTION, 1, 2, Dash.NONE));
        ink.disc(at, bottom - Math.round(ink.em() * 0.9), 4, Token.SELECTION);
    }

    /** What a bin holds, for a card beside the pointer. */
    public record Reading(double from, double to, boolean open, List<Integer> counts) {}

    /** The bin below a pixel. */
    public Reading readingAt(double pixel) {
        int bin = content.bin(valueAt(pixel));
        double from = content.low() + bin * content.step();
        return new Reading(
                from,
                from + content.step(),
                bin == HistogramContent.BINS - 1,
                content.parts().stream().map(part -> part.counts().get(bin)).toList());
    }
}
