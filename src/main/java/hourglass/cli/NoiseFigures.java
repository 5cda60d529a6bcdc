package hourglass.cli;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageBlock;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.MedianFilter;
import hourglass.core.spec.NoiseKind;
import hourglass.core.spec.NoiseSpec;
import hourglass.figures.ColumnTable;
import hourglass.figures.CurveFigure;
import hourglass.figures.DenoisingFigure;
import hourglass.figures.Figure;
import hourglass.session.measure.Denoising;
import hourglass.session.measure.DenoisingCurve;
import hourglass.session.measure.DenoisingErrors;
import hourglass.session.measure.NoiseErrors.Method;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How any network fares with noisy input: a strip of images, and its error over the level of the noise. */
final class NoiseFigures {
    /** For networks that never met noise: the tutorial's. */
    private static final NoiseSpec USUAL = NoiseSpec.CLEAN.withKind(NoiseKind.GAUSSIAN);

    private static final long NOISE_SEED = 7;

    private final FigureSubject subject;
    private final FigureFolder figures;
    private final NoiseSpec noise;

    NoiseFigures(FigureSubject subject, FigureFolder figures) {
        this.subject = subject;
        this.figures = figures;
        NoiseSpec trained = subject.experiment().noise();
        noise = trained.isNoisy() ? trained : USUAL;
    }

    void write() throws IOException {
        figures.png("denoising.png", strip());
        writeCurve();
    }

    /** What is encoded is the noisy image. */
    private Figure strip() {
        ImageSet test = subject.test();
        ImageBlock clean = ImageBlock.copyOf(test.width(), test.height(), test.images(ClassTurns.firstOfEach(test)));
        ImageBlock noisy = Denoising.spoil(clean, noise, NOISE_SEED);
        String level = noise.describe();
        float[] filtered = MedianFilter.apply(noisy.toArray(), test.width(), test.height());
        return new DenoisingFigure(test.width(), test.height(), clean.toArray(), noisy.toArray(), level)
                .with("Denoised", Denoising.denoise(subject.network(), noisy).toArray())
                .with("3×3 median", filtered)
                .strip(subject.caption((subject.experiment().noise().isNoisy() ? "" : "trained without noise, ")
                        + "noise seed " + NOISE_SEED));
    }

    private void writeCurve() throws IOException {
        DenoisingCurve curve = new DenoisingErrors(subject.provenance(), subject.test(), noise.kind())
                .all(subject.network(), subject.cancelled());
        double[] levels = new double[DenoisingErrors.LEVELS];
        Arrays.setAll(levels, DenoisingErrors::level);
        double[] network = column(curve, Method.NETWORK);
        double[] nothing = column(curve, Method.NOTHING);
        double[] median = column(curve, Method.MEDIAN);
        figures.save(
                "noise.csv",
                file -> ColumnTable.write(
                        file,
                        List.of("level", "network", "nothing", "median"),
                        List.of(levels, network, nothing, median)));
        CurveFigure figure = new CurveFigure(
                        levelWords(),
                        "mean squared error per pixel to the clean image",
                        CurveFigure.Axis.LINEAR,
                        subject.caption(curve.images() + " test images"))
                .withMeasured("Network", levels, network)
                .withReference("Do nothing", levels, nothing)
                .withPoints("3×3 median", levels, median);
        figures.png("noise.png", marked(figure));
    }

    private static double[] column(DenoisingCurve curve, Method method) {
        double[] values = new double[DenoisingErrors.LEVELS];
        Arrays.setAll(values, i -> curve.at(method, i));
        return values;
    }

    private CurveFigure marked(CurveFigure figure) {
        NoiseSpec trained = subject.experiment().noise();
        if (!trained.isNoisy()) {
            return figure.withMark("trained without noise", 0);
        }
        if (!trained.isRange()) {
            return figure.withMark("trained at " + trained.level(), trained.level());
        }
        return figure.withMark("trained from " + trained.lowest(), trained.lowest())
                .withMark("to " + trained.level(), trained.level());
    }

    private String levelWords() {
        return switch (noise.kind()) {
            case SALT_AND_PEPPER -> "share of pixels set to black or white";
            case MASKING -> "share of pixels set to black";
            case MASKING_SQUARE -> "share of the image covered by a black square";
            case GAUSSIAN, NONE -> "standard deviation σ of Gaussian noise";
        };
    }
}
