package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageBlock;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.figures.Attribution;
import hourglass.figures.CurveContent;
import hourglass.figures.Figure;
import hourglass.figures.ImageRowsFigure;
import hourglass.figures.NoiseCurve;
import hourglass.figures.Tables;
import hourglass.session.measure.Denoising;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How any network fares with noisy input: a strip of images, and its error over the level of the noise. */
final class NoiseFigures {
    /** For networks that never met noise: the tutorial's. */
    private static final NoiseSpec USUAL = NoiseSpec.CLEAN.withKind(NoiseKind.GAUSSIAN);

    static final long NOISE_SEED = 7;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final NoiseSpec noise;
    private final long seed;

    /** How the input is spoilt, and by which seed. */
    record Spoiling(NoiseSpec noise, long seed) {}

    /** As the network was trained where nothing else is said. */
    NoiseFigures(FigureSubject subject, FigureFolder figures, Optional<Spoiling> spoiling) {
        this.subject = subject;
        this.figures = figures;
        Spoiling wanted =
                spoiling.orElseGet(() -> new Spoiling(usual(subject.experiment().noise()), NOISE_SEED));
        noise = wanted.noise();
        seed = wanted.seed();
    }

    /** The noise a network learnt with, or the tutorial's. */
    static NoiseSpec usual(NoiseSpec trained) {
        return trained.isNoisy() ? trained : USUAL;
    }

    void write() throws IOException {
        figures.save("denoising.png", strip());
        writeCurve();
    }

    /** What is encoded is the noisy image. */
    private Figure strip() {
        int[] chosen = ClassTurns.row(subject.test());
        ImageBlock clean = subject.images(chosen);
        ImageBlock noisy = Denoising.spoil(clean, noise, seed);
        String trained = subject.experiment().noise().isNoisy() ? "" : "trained without noise, ";
        String caption = subject.origin().line(trained + "noise seed " + seed);
        return ImageRowsFigure.of(clean, subject.names(chosen), caption)
                .compared("Noisy, " + noise.describe(), noisy)
                .compared("Denoised", Denoising.denoise(subject.network(), noisy))
                .compared(
                        "3×3 median",
                        subject.block(MedianFilter.apply(noisy.toArray(), noisy.width(), noisy.height())));
    }

    private void writeCurve() throws IOException {
        DenoisingCurve measured = new DenoisingErrors(subject.provenance(), subject.test(), noise.kind())
                .all(subject.network(), subject.cancelled());
        Attribution origin = subject.origin();
        figures.save("noise.csv", Tables.noise(List.of(new Tables.Measured(measured, origin))));
        List<CurveContent.Marker> trained =
                NoiseCurve.trained(subject.experiment().noise(), noise.kind());
        NoiseCurve curve = new NoiseCurve(new NoiseCurve.Network("Network", measured), Optional.empty(), trained);
        figures.save("noise.png", curve.figure(origin));
    }
}
