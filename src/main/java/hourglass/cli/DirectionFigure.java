package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.latent.ClassDirections;
import hourglass.core.plot.NiceTicks;
import hourglass.figures.PathFigure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Test images made more like another class, along the differences of class means. */
final class DirectionFigure {
    private static final int STEPS = 9;
    /** Of the way between the class means; 1 is all of it. */
    private static final double FURTHEST = 2;
    /** Each class towards the one so many further; of ten that are pairs unlike each other. */
    private static final int FURTHER = 5;

    private static final int ROWS = 5;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final float[] codes;
    private final int size;

    DirectionFigure(FigureSubject subject, FigureFolder figures, float[] codes) {
        this.subject = subject;
        this.figures = figures;
        this.codes = codes;
        size = subject.network().spec().codeSize();
    }

    void write() throws IOException {
        ImageSet test = subject.test();
        int[] present = ClassTurns.firstOfEach(test);
        if (present.length < 2) {
            return;
        }
        ClassDirections means = ClassDirections.of(codes, size, subject.labels(), test.classCount());
        int further = Math.min(FURTHER, present.length - 1);
        List<PathFigure.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS, present.length); i++) {
            rows.add(row(means, present[i], present[(i + further) % present.length]));
        }
        figures.save(
                "directions.png",
                new PathFigure(
                        rows,
                        "share of the class direction",
                        shares(),
                        subject.origin().line()));
    }

    private PathFigure.Row row(ClassDirections means, int image, int other) {
        ImageSet test = subject.test();
        float[] code = Arrays.copyOfRange(codes, image * size, (image + 1) * size);
        double[] shares = new double[STEPS];
        Arrays.setAll(shares, DirectionFigure::share);
        ImageBlock drawn = subject.decoded(means.walk(code, test.label(image), test.label(other), shares));
        return new PathFigure.Row(test.className(image) + " → " + test.className(other), "test image " + image, drawn);
    }

    private static double share(int step) {
        return FURTHEST * step / (STEPS - 1);
    }

    private static List<String> shares() {
        List<String> words = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            words.add(NiceTicks.format(share(step), 2));
        }
        return words;
    }
}
