package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageSet;
import hourglass.core.plot.NiceTicks;
import hourglass.figures.PathFigure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What each latent dimension of a variational network does to one image, from −3 to 3 with the others held. */
final class TraversalFigure {
    private static final int STEPS = 13;
    private static final double REACH = 3;
    private static final int MOST_ROWS = 24;
    private static final int BASE_CLASS = 9;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final int latent;

    TraversalFigure(FigureSubject subject, FigureFolder figures) {
        this.subject = subject;
        this.figures = figures;
        latent = subject.network().spec().codeSize();
    }

    void write() throws IOException {
        ImageSet test = subject.test();
        double[] kl = DiceFigures.divergence(subject).perDimension();
        int[] present = ClassTurns.firstOfEach(test);
        int image = present[Math.min(BASE_CLASS, present.length - 1)];
        float[] base = subject.network().encode(test.image(image), 1);
        List<PathFigure.Row> rows = new ArrayList<>();
        for (int dimension : strongest(kl)) {
            String note = String.format(Locale.ROOT, "KL %.2f nats", kl[dimension]);
            rows.add(new PathFigure.Row("Number " + (dimension + 1), note, subject.decoded(varied(base, dimension))));
        }
        String some = rows.size() < latent ? ", the " + rows.size() + " numbers with the largest KL" : "";
        String caption = subject.origin()
                .line("around the code of test image " + image + " (" + test.className(image) + "), one number changed"
                        + some);
        figures.save("traversal.png", new PathFigure(rows, "the number is", values(), caption));
    }

    /** In their own order, but only as many as fit on a page. */
    private static int[] strongest(double[] kl) {
        return IntStream.range(0, kl.length)
                .boxed()
                .sorted(Comparator.comparingDouble(d -> -kl[d]))
                .limit(MOST_ROWS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static double value(int step) {
        return REACH * (2.0 * step / (STEPS - 1) - 1);
    }

    private static List<String> values() {
        return IntStream.range(0, STEPS)
                .mapToObj(step -> NiceTicks.format(value(step), 2))
                .toList();
    }

    private float[] varied(float[] base, int dimension) {
        float[] codes = new float[STEPS * latent];
        for (int step = 0; step < STEPS; step++) {
            System.arraycopy(base, 0, codes, step * latent, latent);
            codes[step * latent + dimension] = (float) value(step);
        }
        return codes;
    }
}
