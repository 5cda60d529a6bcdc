package hourglass.session.measure;

import hourglass.core.Computing;
import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.metric.PcaBasis;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What principal component analysis reaches on a data set, as far as it is computed. Immutable.
 *
 * @param data the data set
 * @param basis fitted to the training images, once it is there
 * @param errors on the test images, unclipped, by number of components
 */
public record Baseline(DataSet data, Optional<PcaBasis> basis, Map<Integer, ImageErrors> errors) {
    /** Copies the map. */
    public Baseline {
        errors = Map.copyOf(errors);
    }

    /** Before anything is computed. */
    public static Baseline of(DataSet data) {
        return new Baseline(data, Optional.empty(), Map.of());
    }

    /** Whether it is of these data. */
    public boolean isOf(DataSet other) {
        return Identity.same(data, other);
    }

    /** Errors for a code size, if they are computed. */
    public Optional<ImageErrors> errors(int codeSize) {
        return Optional.ofNullable(errors.get(codeSize));
    }

    /** With the basis. */
    Baseline fitted(Computing computing, BooleanSupplier cancelled) {
        return basis.isPresent()
                ? this
                : new Baseline(data, Optional.of(PcaBasis.fit(data.train(), computing, cancelled)), errors);
    }

    /** With the errors for a code size; it must be fitted. */
    Baseline measured(int codeSize, BooleanSupplier cancelled) {
        Reconstruction linear = Reconstruction.by(basis.orElseThrow(), codeSize);
        Map<Integer, ImageErrors> more = new HashMap<>(errors);
        more.put(codeSize, new ErrorMeasuring(Provenance.of(data), data.test()).all(linear, cancelled));
        return new Baseline(data, basis, more);
    }
}
