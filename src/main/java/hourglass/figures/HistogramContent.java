package hourglass.figures;

import hourglass.core.color.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a {@link HistogramPainter} draws: parts of one whole, stacked, over bins of equal width. Every name is in words for
 * the user.
 *
 * @param parts what is counted, the lowest first
 * @param low where the first bin begins
 * @param step width of a bin
 * @param axis names the horizontal axis
 * @param threshold what lies at it or beyond is flagged
 * @param said two lines beside the threshold, the first with weight
 * @param marks single values on the axis
 */
public record HistogramContent(
        List<Part> parts, double low, double step, String axis, double threshold, List<String> said, List<Mark> marks) {
    /** How many bins there are; the last one also holds what lies beyond. */
    public static final int BINS = 80;

    /** Share of the values that lie within the bins; a few far out would squeeze the others. */
    private static final double WITHIN = 0.99;

    /** How many values of one kind lie in each bin. */
    public record Part(String name, Token color, List<Integer> counts) {
        /** Copies the list. */
        public Part {
            counts = List.copyOf(counts);
        }

        /** All of them. */
        public int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** One value with a word. */
    public record Mark(String word, double value) {}

    /** Copies the lists. */
    public HistogramContent {
        parts = List.copyOf(parts);
        said = List.copyOf(said);
        marks = List.copyOf(marks);
    }

    /** Nothing yet. */
    public static HistogramContent empty() {
        return new HistogramContent(List.of(), 0, 1, "", Double.NaN, List.of(), List.of());
    }

    /**
     * Bins for values of which nearly all have room; from zero where the least is nearer to it than to the middle.
     *
     * @param values at least one, finite ones count
     */
    public static HistogramContent over(float[] values, String axis) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double least = sorted[0];
        double most = sorted[(int) Math.round(WITHIN * (sorted.length - 1))];
        double low = least >= 0 && least < (least + most) / 4 ? 0 : least;
        double step = Math.max((most - low) / (BINS - 1), 1e-12);
        return new HistogramContent(List.of(), low, step, axis, Double.NaN, List.of(), List.of());
    }

    /** With one more part on top: those values that are chosen. */
    public HistogramContent with(String name, Token color, float[] values, IntPredicate chosen) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(BINS, 0));
        for (int i = 0; i < values.length; i++) {
            if (chosen.test(i)) {
                int bin = bin(values[i]);
                counts.set(bin, counts.get(bin) + 1);
            }
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, color, counts));
        return new HistogramContent(more, low, step, axis, threshold, said, marks);
    }

    /** The same with a threshold and what is said of it. */
    public HistogramContent at(double newThreshold, List<String> words) {
        return new HistogramContent(parts, low, step, axis, newThreshold, words, marks);
    }

    /** The same with other marks. */
    public HistogramContent marked(List<Mark> newMarks) {
        return new HistogramContent(parts, low, step, axis, threshold, said, newMarks);
    }

    /** The bin of a value; what lies before the first is in the first. */
    public int bin(double value) {
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor((value - low) / step)));
    }

    /** Where the last bin ends. */
    public double high() {
        return low + BINS * step;
    }

    /** Values in a bin, of all parts. */
    int height(int bin) {
        return parts.stream().mapToInt(part -> part.counts().get(bin)).sum();
    }
}
