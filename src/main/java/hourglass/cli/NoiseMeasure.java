package hourglass.cli;

import hourglass.core.data.ImageSet;
import hourglass.core.metric.Errors;
import hourglass.core.metric.MedianFilter;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.Network;
import hourglass.engine.store.Report;
import hourglass.engine.train.Evaluation;
import hourglass.session.concurrent.CancelToken;
import java.io.PrintWriter;
import java.util.Locale;

/** What a denoiser makes of noisy test images at its own level, and what the plain ways make of the same. */
final class NoiseMeasure {
    private final ImageSet test;
    private final LinearBaseline baseline;
    private final PrintWriter terminal;

    NoiseMeasure(ImageSet test, LinearBaseline baseline, PrintWriter terminal) {
        this.test = test;
        this.baseline = baseline;
        this.terminal = terminal;
    }

    Report.Noise of(Network network, Experiment experiment, CancelToken token) {
        PcaBasis basis = baseline.basis();
        int components = Math.min(network.spec().codeSize(), basis.maxComponents());
        double[] sums = new double[4];
        for (int first = 0; first < test.size(); first += Evaluation.CHUNK) {
            token.throwIfCancelled();
            int n = Math.min(Evaluation.CHUNK, test.size() - first);
            float[] clean = test.images(first, n);
            float[] noisy = Evaluation.spoilt(clean, test, experiment.noise(), first);
            float[][] attempts = {
                network.reconstruct(noisy, n),
                noisy,
                MedianFilter.apply(noisy, test.width(), test.height()),
                basis.reconstruct(noisy, n, components)
            };
            for (int i = 0; i < attempts.length; i++) {
                sums[i] += Errors.meanSquaredError(attempts[i], clean) * n / test.size();
            }
        }
        print(experiment.noise(), sums, components);
        return new Report.Noise(experiment.noise(), sums[0], sums[1], sums[2], sums[3]);
    }

    private void print(NoiseSpec noise, double[] errors, int components) {
        terminal.printf(
                Locale.ROOT,
                "at %s: network %.5f, doing nothing %.5f, 3×3 median %.5f, PCA with %d numbers %.5f%n",
                NoiseOptions.words(noise),
                errors[0],
                errors[1],
                errors[2],
                components,
                errors[3]);
    }
}
