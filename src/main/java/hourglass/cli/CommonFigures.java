package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.PcaBasis;
import hourglass.figures.Figure;
import hourglass.figures.ImageRowsFigure;
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
        figures.save("samples.png", new SampleGridFigure(subject.test(), SAMPLES_PER_CLASS, SAMPLES_SEED, caption));
        figures.save("reconstruction.png", reconstruction());
        if (!subject.snapshot().history().isEmpty()) {
            figures.save("curve.png", new HistoryCurve(subject, baseline).figure());
        }
    }

    private Figure reconstruction() {
        ImageSet test = subject.test();
        PcaBasis basis = baseline.get();
        int components = Math.min(subject.network().spec().codeSize(), basis.maxComponents());
        int[] chosen = ClassTurns.row(test);
        ImageBlock originals = subject.images(chosen);
        float[] pixels = originals.toArray();
        ImageBlock again = subject.block(subject.network().reconstruct(pixels, chosen.length));
        return ImageRowsFigure.of(
                        originals, subject.names(chosen), subject.origin().line())
                .compared("Reconstruction", again)
                .compared(
                        String.format(Locale.ROOT, "PCA, %d numbers", components),
                        subject.block(basis.reconstruct(pixels, chosen.length, components, Clipping.UNIT_RANGE)))
                .signedError("Signed error", again, 0.5);
    }
}
