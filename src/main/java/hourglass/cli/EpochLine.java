package hourglass.cli;

import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.engine.model.EpochResult;
import java.util.Locale;

/**
 * An epoch's result as a line: losses per pixel; of a network trained with noise the test loss at that noise; of a
 * variational one reconstruction and KL divergence apart, in nats per image.
 */
final class EpochLine {
    private final Experiment experiment;
    private final int epochs;

    EpochLine(Experiment experiment, int epochs) {
        this.experiment = experiment;
        this.epochs = epochs;
    }

    String of(EpochResult result) {
        return String.format(
                Locale.ROOT,
                "epoch %3d of %d  %s  %6.1f s  %,8.0f samples/s",
                result.epoch(),
                epochs,
                experiment
                        .model()
                        .variational()
                        .map(spec -> nats(result, spec.likelihood(), spec.inputSize()))
                        .orElseGet(() -> perPixel(result)),
                result.seconds(),
                result.samplesPerSecond());
    }

    private String perPixel(EpochResult result) {
        String test =
                experiment.noise().isNoisy() ? "test at " + experiment.noise().describe() : "validation";
        return String.format(Locale.ROOT, "train %.5f  %s %.5f", result.trainLoss(), test, result.validationLoss());
    }

    private static String nats(EpochResult result, Likelihood likelihood, int pixels) {
        double train = likelihood.natsPerImage(result.trainLoss(), pixels);
        double test = likelihood.natsPerImage(result.validationLoss(), pixels);
        return String.format(
                Locale.ROOT,
                "train %.2f + KL %.2f  validation %.2f + KL %.2f = %.2f nats per image",
                train,
                result.trainKl(),
                test,
                result.validationKl(),
                test + result.validationKl());
    }
}
