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

    /** Of this size. */
    public HistogramPainter(Ink ink, HistogramContent content, double width, double height) {
        this.ink = ink;
        this.content = content;
        right = width - 1;
        top = Math.round(ink.em() * 2.2);
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

    private void names() {
        double at = 0;
        double middle = ink.em();
        for (Part part : content.parts()) {
            Letters letters = new Letters(Face.WORDS, ink.em(), Token.INK_SOFT);
            ink.fill(at, middle - 6, 12, 12, part.color(), 1);
            String name = spaced(part.total()) + " " + part.name();
            ink.text(name, at + 20, middle, Side.LEFT, letters);
            at += 20 + ink.width(name, letters) + 2 * ink.em();
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
        boolean onLeft = at > right * 0.6;
        double beside = at + (onLeft ? -1 : 1) * (HANDLE / 2 + 10);
        double middle = top + Math.round(ink.em() * 0.7);
        for (int i = 0; i < content.said().size(); i++) {
            Letters letters = i == 0
                    ? new Letters(Face.STRONG_NUMBERS, Math.rint(ink.em() * 1.15), Token.INK)
                    : new Letters(Face.WORDS, ink.em(), Token.INK_SOFT);
            String line = content.said().get(i);
            double wide = ink.width(line, letters);
            if (onLeft) {
                // Bars may stand behind it.
                double left = beside - wide - 4;
                ink.fill(left, middle - ink.em() * 0.75, wide + 8, ink.em() * 1.5, Token.GROUND, 0.6);
            }
            ink.text(line, beside, middle, onLeft ? Side.RIGHT : Side.LEFT, letters);
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
