package hourglass.cli;

import hourglass.core.color.Token;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.Errors;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.engine.model.EpochResult;
import hourglass.figures.CurveContent;
import hourglass.figures.CurveContent.Curve;
import hourglass.figures.CurveContent.Level;
import hourglass.figures.CurveContent.Samples;
import hourglass.figures.CurveContent.Style;
import hourglass.figures.CurveFigure;
import hourglass.session.measure.NoiseErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.measure.NoiseMeasuring;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The loss over the epochs of a network, with what suits its family to compare to. */
final class HistoryCurve {
    private final FigureSubject subject;
    private final Supplier<PcaBasis> baseline;
    private final double[] epochs;

    HistoryCurve(FigureSubject subject, Supplier<PcaBasis> baseline) {
        this.subject = subject;
        this.baseline = baseline;
        epochs = column(EpochResult::epoch);
    }

    CurveFigure figure() {
        Experiment experiment = subject.experiment();
        boolean variational = experiment.model().isVariational();
        String quantity = variational
                ? "reconstruction, and KL divergence from the prior, nats per image"
                : experiment.model().loss().words() + " per pixel";
        CurveContent content = experiment
                .model()
                .variational()
                .map(spec -> ofVariational(spec.likelihood()))
                .orElseGet(() -> content(
                        "Training", "Validation", EpochResult::trainLoss, EpochResult::validationLoss, levels()));
        return new CurveFigure(
                content,
                new CurveFigure.Axes("epoch", quantity),
                subject.origin().line());
    }

    private CurveContent content(
            String training,
            String validation,
            ToDoubleFunction<EpochResult> train,
            ToDoubleFunction<EpochResult> held,
            List<Level> levels) {
        List<Curve> curves = List.of(
                new Curve(training, Token.CURVE_TRAIN, Style.POINTS, Samples.of(epochs, column(train))),
                new Curve(validation, Token.CURVE_VALIDATION, Style.POINTS, Samples.of(epochs, column(held))));
        return new CurveContent(curves, levels, List.of(), Math.max(1, epochs[epochs.length - 1]));
    }

    private List<Level> levels() {
        if (subject.experiment().model().loss() != Loss.MEAN_SQUARED_ERROR) {
            return List.of();
        }
        return subject.experiment().noise().isNoisy() ? filters() : pca();
    }

    private List<Level> pca() {
        PcaBasis basis = baseline.get();
        int components = Math.min(subject.network().spec().codeSize(), basis.maxComponents());
        double error = basis.meanSquaredError(subject.test(), components, Clipping.NONE, subject.cancelled());
        return List.of(new Level(String.format(Locale.ROOT, "PCA, %d numbers", components), Token.CURVE_PCA, error));
    }

    /** A denoiser is to beat leaving the noise in, and the classical filter, on the same noisy images. */
    private List<Level> filters() {
        NoiseErrors errors = NoiseMeasuring.asInTraining(
                        subject.provenance(),
                        subject.test(),
                        subject.experiment().noise())
                .all(Map.of(), subject.cancelled());
        return List.of(
                new Level("Do nothing", Token.INK_SOFT, errors.by(Method.NOTHING)),
                new Level("3×3 median", Token.FLOW, errors.by(Method.MEDIAN)));
    }

    private CurveContent ofVariational(Likelihood likelihood) {
        int pixels = subject.test().pixelsPerImage();
        Level floor =
                new Level("Floor: perfect copy", Token.INK_SOFT, likelihood.natsPerImage(floor(likelihood), pixels));
        CurveContent upper = content(
                "Training",
                "Validation",
                epoch -> likelihood.natsPerImage(epoch.trainLoss(), pixels),
                epoch -> likelihood.natsPerImage(epoch.validationLoss(), pixels),
                List.of(floor));
        CurveContent below =
                content("KL, training", "KL, validation", EpochResult::trainKl, EpochResult::validationKl, List.of());
        return new CurveContent(
                upper.curves(), upper.levels(), List.of(), upper.xEnd(), CurveContent.Axis.FITTED, Optional.of(below));
    }

    /** The loss per pixel of copying the test images perfectly: under Bernoulli the entropy of their greys. */
    private double floor(Likelihood likelihood) {
        if (likelihood.loss() == Loss.MEAN_SQUARED_ERROR) {
            return 0;
        }
        ImageSet test = subject.test();
        double sum = 0;
        for (int i = 0; i < test.size(); i++) {
            float[] image = test.image(i);
            sum += Errors.crossEntropyPerImage(image, image, image.length)[0] / image.length;
        }
        return sum / test.size();
    }

    private double[] column(ToDoubleFunction<EpochResult> value) {
        List<EpochResult> history = subject.snapshot().history();
        return history.stream().mapToDouble(value).toArray();
    }
}
