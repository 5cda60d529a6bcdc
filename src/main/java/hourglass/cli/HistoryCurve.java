package hourglass.cli;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.Errors;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.Loss;
import hourglass.core.spec.ModelSpec;
import hourglass.engine.model.EpochResult;
import hourglass.figures.CurveFigure;
import hourglass.session.measure.NoiseErrors;
import hourglass.session.measure.NoiseErrors.Method;
import hourglass.session.measure.NoiseMeasuring;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        ModelSpec model = subject.experiment().model();
        return model.variational()
                .map(variational -> ofVariational(variational.likelihood()))
                .orElseGet(() -> ofPlain(model.loss()));
    }

    private CurveFigure ofPlain(Loss loss) {
        CurveFigure figure = curve(loss.words() + " per pixel")
                .withTraining("Training", epochs, column(EpochResult::trainLoss))
                .withPoints("Validation", epochs, column(EpochResult::validationLoss));
        if (loss != Loss.MEAN_SQUARED_ERROR) {
            return figure;
        }
        return subject.experiment().noise().isNoisy() ? withFilters(figure) : withPca(figure);
    }

    private CurveFigure curve(String words) {
        return new CurveFigure("epoch", words, CurveFigure.Axis.LINEAR, subject.caption());
    }

    private CurveFigure withPca(CurveFigure figure) {
        PcaBasis basis = baseline.get();
        int components = Math.min(subject.network().spec().codeSize(), basis.maxComponents());
        double error = basis.meanSquaredError(subject.test(), components, Clipping.NONE, subject.cancelled());
        return figure.withConstant(String.format(Locale.ROOT, "PCA, %d numbers", components), error);
    }

    /** A denoiser is to beat leaving the noise in, and the classical filter, on the same noisy images. */
    private CurveFigure withFilters(CurveFigure figure) {
        NoiseErrors errors = NoiseMeasuring.asInTraining(
                        subject.provenance(),
                        subject.test(),
                        subject.experiment().noise())
                .all(Map.of(), subject.cancelled());
        return figure.withConstant("Do nothing", errors.by(Method.NOTHING))
                .withConstant("3×3 median", errors.by(Method.MEDIAN));
    }

    private CurveFigure ofVariational(Likelihood likelihood) {
        int pixels = subject.test().pixelsPerImage();
        CurveFigure figure = curve("reconstruction, nats per image")
                .withTraining("Training", epochs, column(e -> likelihood.natsPerImage(e.trainLoss(), pixels)))
                .withPoints("Validation", epochs, column(e -> likelihood.natsPerImage(e.validationLoss(), pixels)))
                .withConstant("Floor: perfect copy", likelihood.natsPerImage(floor(likelihood), pixels));
        return figure.withPanel("KL divergence from the prior, nats per image", CurveFigure.Axis.LINEAR)
                .withTraining("Training", epochs, column(EpochResult::trainKl))
                .withPoints("Validation", epochs, column(EpochResult::validationKl));
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
