package hourglass.cli;

import hourglass.core.data.OfficialSets;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.store.Report;
import hourglass.engine.train.ImportanceWeighting;
import hourglass.session.measure.NetworkFigures;
import hourglass.session.measure.NoiseErrors;
import hourglass.session.measure.NoiseErrors.Method;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Has the figures of a finished network taken, prints each as it comes, and gathers them for the report. */
final class FiguresPrinter {
    /** The code size of the lesson's comparisons. */
    private static final int USUAL_CODE = 64;

    private final NetworkFigures figures;
    private final ModelSnapshot model;
    private final String dataName;
    private final PrintWriter terminal;

    FiguresPrinter(NetworkFigures figures, ModelSnapshot model, String dataName, PrintWriter terminal) {
        this.figures = figures;
        this.model = model;
        this.dataName = dataName;
        this.terminal = terminal;
    }

    /** A part that was interrupted is left out. */
    Report.Figures print() {
        Optional<Report.Quality> test = Optional.empty();
        Optional<Report.Noise> noise = Optional.empty();
        Optional<Report.Variational> variational = Optional.empty();
        try {
            test = Optional.of(quality());
            if (model.experiment().noise().isNoisy()) {
                noise = Optional.of(noise());
            }
            variational = model.experiment().model().variational().map(spec -> variational(spec.likelihood()));
        } catch (CancellationException stopped) {
            terminal.println("Interrupted; the remaining figures were not measured.");
        }
        return new Report.Figures(test, noise, variational);
    }

    private void line(String words, Object... values) {
        terminal.println(String.format(Locale.ROOT, words, values));
    }

    private Report.Quality quality() {
        double mse = figures.meanSquaredError();
        line("test mean squared error per pixel  %.5f", mse);
        double linear = figures.linearError();
        line("the same for PCA with %d numbers  %.5f", figures.components(), linear);
        int size = model.experiment().model().codeSize();
        if (size > USUAL_CODE) {
            line("the code has %d numbers, against %d of dense-64", size, USUAL_CODE);
        }
        double accuracy = figures.neighbourAccuracy();
        line("%d-nearest-neighbour accuracy of the codes  %.4f", figures.neighbours(), accuracy);
        return new Report.Quality(mse, linear, accuracy);
    }

    private Report.Noise noise() {
        NoiseErrors errors = figures.noise();
        line(
                "at %s: network %.5f, doing nothing %.5f, 3×3 median %.5f, PCA with %d numbers %.5f",
                errors.noise().describe(),
                errors.by(Method.NETWORK),
                errors.by(Method.NOTHING),
                errors.by(Method.MEDIAN),
                figures.components(),
                errors.by(Method.PCA));
        return new Report.Noise(
                errors.noise(),
                errors.by(Method.NETWORK),
                errors.by(Method.NOTHING),
                errors.by(Method.MEDIAN),
                errors.by(Method.PCA));
    }

    private Report.Variational variational(Likelihood likelihood) {
        NetworkFigures.Elbo elbo = figures.elbo();
        line(
                "negative ELBO  %.2f nats per image = reconstruction %.2f + KL %.2f%s",
                elbo.negative(), elbo.reconstruction(), elbo.kl(), floor(likelihood));
        terminal.println("KL per dimension  "
                + elbo.klPerDimension().stream()
                        .map(kl -> String.format(Locale.ROOT, "%.2f", kl))
                        .collect(Collectors.joining(" ")));
        double estimate = figures.logLikelihood();
        line(
                "log-likelihood, importance-weighted with %d samples  %.2f nats per image",
                ImportanceWeighting.REPORT_SAMPLES, estimate);
        return new Report.Variational(
                elbo.negative(), elbo.reconstruction(), elbo.kl(), elbo.klPerDimension(), estimate);
    }

    private String floor(Likelihood likelihood) {
        if (likelihood != Likelihood.BERNOULLI) {
            return "";
        }
        return dataName.equals(OfficialSets.FASHION_MNIST.name())
                ? String.format(Locale.ROOT, " (floor %.1f, never 0)", VariationalSpec.FASHION_MNIST_FLOOR)
                : " (even a perfect copy of grey images is not 0)";
    }
}
