package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.NearestNeighbours;
import hourglass.core.metric.PcaBasis;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.VariationalSpec;
import hourglass.engine.model.Network;
import hourglass.engine.store.Report;
import hourglass.engine.train.Evaluation;
import hourglass.session.concurrent.CancelToken;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The figures of a finished network on the test images: those of every network, then those of its family. */
final class QualityMeasure {
    private static final int NEIGHBOURS = 10;
    /** The code size of the lesson's comparisons. */
    private static final int USUAL_CODE = 64;

    private final DataSet data;
    private final LinearBaseline baseline;
    private final PrintWriter terminal;

    QualityMeasure(DataSet data, LinearBaseline baseline, PrintWriter terminal) {
        this.data = data;
        this.baseline = baseline;
        this.terminal = terminal;
    }

    /** A part that was interrupted is left out; half a measure is none. */
    Report.Figures of(Network network, Experiment experiment, CancelToken token) {
        Optional<Report.Quality> test = Optional.empty();
        Optional<Report.Noise> noise = Optional.empty();
        Optional<Report.Variational> variational = Optional.empty();
        try {
            test = Optional.of(quality(network, token));
            if (experiment.noise().isNoisy()) {
                noise = Optional.of(new NoiseMeasure(data.test(), baseline, terminal).of(network, experiment, token));
            }
            if (experiment.model() instanceof VariationalSpec spec) {
                variational = Optional.of(new VariationalMeasure(data, terminal).of(network, experiment, spec, token));
            }
        } catch (CancellationException stopped) {
            terminal.println("Interrupted; the remaining figures were not measured.");
        }
        return new Report.Figures(test, noise, variational);
    }

    private Report.Quality quality(Network network, CancelToken token) {
        token.throwIfCancelled();
        double mse = Evaluation.meanSquaredError(network, data.test(), token);
        token.throwIfCancelled();
        terminal.printf(Locale.ROOT, "test mean squared error per pixel  %.5f%n", mse);
        int size = network.spec().codeSize();
        double linear = pca(size, token);
        if (size > USUAL_CODE) {
            terminal.printf("the code has %d numbers, against %d of dense-64%n", size, USUAL_CODE);
        }
        double accuracy = neighbours(network, token);
        token.throwIfCancelled();
        return new Report.Quality(mse, linear, accuracy);
    }

    private double pca(int codeSize, CancelToken token) {
        PcaBasis basis = baseline.basis();
        int components = Math.min(codeSize, basis.maxComponents());
        double error = basis.meanSquaredError(data.test(), components, Clipping.NONE, token);
        terminal.printf(Locale.ROOT, "the same for PCA with %d numbers  %.5f%n", components, error);
        return error;
    }

    private double neighbours(Network network, CancelToken token) {
        float[] train = Evaluation.codes(network, data.train(), token);
        float[] test = Evaluation.codes(network, data.test(), token);
        int k = Math.min(NEIGHBOURS, data.train().size());
        int dimension = network.spec().codeSize();
        double accuracy = NearestNeighbours.accuracy(
                train, data.train().labels(), test, data.test().labels(), dimension, k, token);
        terminal.printf(Locale.ROOT, "%d-nearest-neighbour accuracy of the codes  %.4f%n", k, accuracy);
        return accuracy;
    }
}
