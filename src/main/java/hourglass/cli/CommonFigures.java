package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.PcaBasis;
import hourglass.figures.Figure;
import hourglass.figures.ReconstructionFigure;
import hourglass.figures.SampleGridFigure;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/** What every network has: samples of its data, its reconstructions, its curve. */
final class CommonFigures {
    private static final int SAMPLES_PER_CLASS = 10;
    private static final long SAMPLES_SEED = 7;

    private final FigureSubject subject;
    private final Supplier<PcaBasis> baseline;
    private final FigureFolder figures;

    CommonFigures(FigureSubject subject, Supplier<PcaBasis> baseline, FigureFolder figures) {
        this.subject = subject;
        this.baseline = baseline;
        this.figures = figures;
    }

    void write() throws IOException {
        String caption = subject.data().name() + ", test images · seed " + SAMPLES_SEED;
        figures.png("samples.png", new SampleGridFigure(subject.test(), SAMPLES_PER_CLASS, SAMPLES_SEED, caption));
        figures.png("reconstruction.png", reconstruction());
        if (!subject.snapshot().history().isEmpty()) {
            figures.png("curve.png", new HistoryCurve(subject, baseline).figure());
        }
    }

    private Figure reconstruction() {
        ImageSet test = subject.test();
        PcaBasis basis = baseline.get();
        int components = Math.min(subject.network().spec().codeSize(), basis.maxComponents());
        int[] chosen = ClassTurns.firstOfEach(test);
        float[] originals = test.images(chosen);
        return ReconstructionFigure.ofModel(
                test.width(),
                test.height(),
                originals,
                subject.network().reconstruct(originals, chosen.length),
                basis.reconstruct(originals, chosen.length, components, Clipping.UNIT_RANGE),
                String.format(Locale.ROOT, "PCA, %d numbers", components),
                subject.caption());
    }
}
