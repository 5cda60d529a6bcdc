package hourglass.cli;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.metric.Clipping;
import hourglass.core.metric.NearestNeighbours;
import hourglass.core.metric.PcaBasis;
import hourglass.engine.model.Network;
import hourglass.engine.store.Report;
import hourglass.engine.train.Evaluation;
import hourglass.engine.train.TrainingRun;
import hourglass.session.concurrent.CancelToken;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;

/** The figures of a finished network on the test images. */
final class QualityMeasure {
    private static final int NEIGHBOURS = 10;
    private final DataSet data;
    private final PrintWriter terminal;

    QualityMeasure(DataSet data, PrintWriter terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    Report.Quality of(TrainingRun run, CancelToken token) {
        Network network = run.network();
        double mse = Evaluation.meanSquaredError(network, data.test(), token);
        terminal.printf("test mean squared error per pixel  %.5f%n", mse);
        return new Report.Quality(mse, pca(network.spec().codeSize(), token), neighbours(network, token));
    }

    private double pca(int codeSize, CancelToken token) {
        try {
            PcaBasis basis = PcaBasis.fit(data.train(), token);
            int components = Math.min(codeSize, basis.maxComponents());
            double error = basis.meanSquaredError(data.test(), components, Clipping.NONE, token);
            terminal.printf("the same for PCA with %d numbers    %.5f%n", components, error);
            return error;
        } catch (CancellationException stopped) {
            return Double.NaN;
        }
    }

    private double neighbours(Network network, CancelToken token) {
        try {
            float[] train = Evaluation.codes(network, data.train(), token);
            float[] test = Evaluation.codes(network, data.test(), token);
            double accuracy = NearestNeighbours.accuracy(
                    train,
                    labels(data.train()),
                    test,
                    labels(data.test()),
                    network.spec().codeSize(),
                    Math.min(NEIGHBOURS, data.train().size()),
                    token);
            terminal.printf("10-nearest-neighbour accuracy of the codes  %.4f%n", accuracy);
            return accuracy;
        } catch (CancellationException stopped) {
            return Double.NaN;
        }
    }

    private static byte[] labels(ImageSet images) {
        return images.labels();
    }
}
