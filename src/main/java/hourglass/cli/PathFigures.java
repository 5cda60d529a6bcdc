package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.latent.ClassDirections;
import hourglass.core.latent.LatentPath;
import hourglass.core.plot.NiceTicks;
import hourglass.figures.PathAnimation;
import hourglass.figures.PathFigure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Ways between two classes as film strips and as an animation. */
final class PathFigures {
    private static final int STEPS = 11;
    private static final int ANIMATED_STEPS = 41;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final float[] codes;
    private final int size;

    PathFigures(FigureSubject subject, FigureFolder figures, float[] codes) {
        this.subject = subject;
        this.figures = figures;
        this.codes = codes;
        size = subject.network().spec().codeSize();
    }

    void write() throws IOException {
        ImageSet test = subject.test();
        ClassDirections means = ClassDirections.of(codes, size, subject.labels(), test.classCount());
        Optional<ClassDirections.Pair> ends = means.farApart();
        if (ends.isEmpty()) {
            return;
        }
        int from = first(test, ends.get().from());
        int to = first(test, ends.get().to());
        float[] fromMean = means.mean(test.label(from));
        float[] toMean = means.mean(test.label(to));
        String words = test.className(from) + " → " + test.className(to);
        List<PathFigure.Row> rows = List.of(
                new PathFigure.Row(words, "between class means", straight(fromMean, toMean, STEPS)),
                new PathFigure.Row(words, "test images " + from + " and " + to, straight(code(from), code(to), STEPS)));
        figures.save(
                "path.png",
                new PathFigure(
                        rows, "share of the way", shares(), subject.origin().line()));
        String caption = subject.origin().line("straight between class means");
        ImageBlock frames = straight(fromMean, toMean, ANIMATED_STEPS);
        figures.save("path.gif", new PathAnimation(frames, test.className(from), test.className(to), caption));
    }

    private static int first(ImageSet test, int label) {
        return ClassTurns.of(test, label, 0, 1)[0];
    }

    private ImageBlock straight(float[] from, float[] to, int steps) {
        return subject.decoded(LatentPath.straight(from, to, steps));
    }

    private float[] code(int image) {
        return Arrays.copyOfRange(codes, image * size, (image + 1) * size);
    }

    private static List<String> shares() {
        List<String> words = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            words.add(NiceTicks.format((double) step / (STEPS - 1), 2));
        }
        return words;
    }
}
