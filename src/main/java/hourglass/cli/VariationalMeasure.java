package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.data.OfficialSets;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.Likelihood;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.Network;
import hourglass.engine.store.Report;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.ImportanceWeighting;
import hourglass.engine.train.Posteriors;
import hourglass.session.concurrent.CancelToken;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ELBO of a variational network on the test images, apart, and the tighter bound on the log-likelihood. */
final class VariationalMeasure {
    private final String dataName;
    private final ImageSet test;
    private final PrintWriter terminal;

    VariationalMeasure(DataSet data, PrintWriter terminal) {
        dataName = data.name();
        test = data.test();
        this.terminal = terminal;
    }

    Report.Variational of(Network network, Experiment experiment, VariationalSpec spec, CancelToken token) {
        Likelihood likelihood = spec.likelihood();
        Evaluation.Losses losses = Evaluation.losses(network, test, experiment, test.size(), token);
        token.throwIfCancelled();
        double reconstruction = likelihood.natsPerImage(losses.perPixel(), test.pixelsPerImage());
        List<Double> dimensions = klPerDimension(network, experiment, spec.codeSize(), token);
        double elbo = reconstruction + losses.kl();
        terminal.printf(
                Locale.ROOT,
                "negative ELBO  %.2f nats per image = reconstruction %.2f + KL %.2f%s%n",
                elbo,
                reconstruction,
                losses.kl(),
                floor(likelihood));
        terminal.println("KL per dimension  "
                + dimensions.stream()
                        .map(kl -> String.format(Locale.ROOT, "%.2f", kl))
                        .collect(Collectors.joining(" ")));
        double estimate =
                ImportanceWeighting.ofReports(likelihood).logLikelihood(network, test, experiment.noise(), token);
        token.throwIfCancelled();
        terminal.printf(
                Locale.ROOT,
                "log-likelihood, importance-weighted with %d samples  %.2f nats per image%n",
                ImportanceWeighting.REPORT_SAMPLES,
                estimate);
        return new Report.Variational(elbo, reconstruction, losses.kl(), dimensions, estimate);
    }

    private String floor(Likelihood likelihood) {
        if (likelihood != Likelihood.BERNOULLI) {
            return "";
        }
        return dataName.equals(OfficialSets.FASHION_MNIST.name())
                ? String.format(Locale.ROOT, " (floor %.1f, never 0)", VariationalSpec.FASHION_MNIST_FLOOR)
                : " (even a perfect copy of grey images is not 0)";
    }

    private List<Double> klPerDimension(Network network, Experiment experiment, int latent, CancelToken token) {
        double[] sums = new double[latent];
        for (int first = 0; first < test.size(); first += Evaluation.CHUNK) {
            token.throwIfCancelled();
            int n = Math.min(Evaluation.CHUNK, test.size() - first);
            float[] inputs = Evaluation.spoilt(test.images(first, n), test, experiment.noise(), first);
            double[] part =
                    Posteriors.klPerDimension(network.posterior(inputs, n), n).perDimension();
            Arrays.setAll(sums, d -> sums[d] + part[d] * n / test.size());
        }
        return Arrays.stream(sums).boxed().toList();
    }
}
