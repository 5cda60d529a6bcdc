package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.NearestNeighbours;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.Network;
import hourglass.engine.store.Report;
import hourglass.engine.train.Evaluation;
import hourglass.session.concurrent.CancelToken;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The figures of a finished network on the test images. */
final class QualityMeasure {
    private static final int NEIGHBOURS = 10;
    private final DataSet data;
    private final LinearBaseline baseline;
    private final PrintWriter terminal;

    QualityMeasure(DataSet data, LinearBaseline baseline, PrintWriter terminal) {
        this.data = data;
        this.baseline = baseline;
        this.terminal = terminal;
    }

    /** Empty where it was interrupted; half a measure is none. */
    Optional<Report.Quality> of(Network network, CancelToken token) {
        try {
            token.throwIfCancelled();
            double mse = Evaluation.meanSquaredError(network, data.test(), token);
            token.throwIfCancelled();
            terminal.printf("test mean squared error per pixel  %.5f%n", mse);
            double linear = pca(network.spec().codeSize(), token);
            double accuracy = neighbours(network, token);
            token.throwIfCancelled();
            return Optional.of(new Report.Quality(mse, linear, accuracy));
        } catch (CancellationException stopped) {
            return Optional.empty();
        }
    }

    private double pca(int codeSize, CancelToken token) {
        PcaBasis basis = baseline.basis();
        int components = Math.min(codeSize, basis.maxComponents());
        double error = basis.meanSquaredError(data.test(), components, Clipping.NONE, token);
        terminal.printf("the same for PCA with %d numbers  %.5f%n", components, error);
        return error;
    }

    private double neighbours(Network network, CancelToken token) {
        float[] train = Evaluation.codes(network, data.train(), token);
        float[] test = Evaluation.codes(network, data.test(), token);
        int k = Math.min(NEIGHBOURS, data.train().size());
        int dimension = network.spec().codeSize();
        double accuracy = NearestNeighbours.accuracy(
                train, data.train().labels(), test, data.test().labels(), dimension, k, token);
        terminal.printf("%d-nearest-neighbour accuracy of the codes  %.4f%n", k, accuracy);
        return accuracy;
    }
}
