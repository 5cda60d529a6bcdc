package hourglass.session.measure;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.Progress;
import hourglass.engine.model.RunId;
import java.util.Optional;

/**
 * What a measure is of: which data, and which moment of which training. Only measures of the same data are held against
 * each other.
 *
 * @param data fingerprint of the data set
 * @param run the training the network comes from; empty where no network has a part in it
 * @param progress how far that training was
 */
public record Provenance(String data, Optional<RunId> run, Progress progress)
        implements FollowedMeasure.Key<Provenance> {
    /** Of the data alone, as what PCA reaches is. */
    public static Provenance of(DataSet data) {
        return new Provenance(data.fingerprint(), Optional.empty(), Progress.START);
    }

    /** Of a network on these data. */
    public static Provenance of(DataSet data, ModelSnapshot model) {
        return new Provenance(data.fingerprint(), Optional.of(model.run()), model.progress());
    }

    /** Whether both are of the same images. */
    public boolean hasDataOf(Provenance other) {
        return data.equals(other.data);
    }

    @Override
    public boolean continues(Provenance earlier) {
        return hasDataOf(earlier)
                && run.isPresent()
                && run.equals(earlier.run)
                && progress.iteration() >= earlier.progress.iteration();
    }
}
