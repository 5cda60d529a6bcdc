package hourglass.session.data;

import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import java.util.Map;
import java.util.Optional;

/**
 * What principal component analysis reaches on a data set, as far as it is computed. Immutable.
 *
 * @param data the data set
 * @param basis fitted to the training images, once it is there
 * @param testError mean squared error per pixel on the test images by number of components
 */
public record Baseline(DataSet data, Optional<PcaBasis> basis, Map<Integer, Double> testError) {
    /** Copies the map. */
    public Baseline {
        testError = Map.copyOf(testError);
    }

    /** Error for a code size, if it is computed. */
    public Optional<Double> error(int codeSize) {
        return Optional.ofNullable(testError.get(codeSize));
    }
}
