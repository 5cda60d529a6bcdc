package hourglass.session.look;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.engine.model.RunId;
import hourglass.session.measure.Provenance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a view looks at: a network at one moment and the data it is shown. Two are equal when origin, name, run, progress
 * and data are; whatever was measured of one is true of the other. Immutable.
 *
 * @param origin where the network comes from
 * @param name preset of a shipped network, file name of an opened one, else empty
 * @param snapshot its weights and history
 * @param data whose test images it is shown
 */
public record Look(Origin origin, String name, ModelSnapshot snapshot, DataSet data) {
    /** The settings it was trained with. */
    public Experiment experiment() {
        return snapshot.experiment();
    }

    /** The training it comes from. */
    public RunId run() {
        return snapshot.run();
    }

    /** The images it is shown. */
    public ImageSet test() {
        return data.test();
    }

    /** Numbers in its code. */
    public int codeSize() {
        return experiment().model().codeSize();
    }

    /** Whether its code is a distribution. */
    public boolean isVariational() {
        return experiment().model().isVariational();
    }

    /** Whether its training is under way, so that there will soon be a newer one. */
    public boolean isTraining() {
        return origin == Origin.TRAINING;
    }

    /** Whether anything was learnt at all. */
    public boolean isTrained() {
        // Where Adam begins anew its steps are counted anew, but the epochs go on.
        return snapshot.progress().epochs() > 0 || snapshot.progress().iteration() > 0;
    }

    /** Whether the network can take these images. */
    public boolean fits() {
        return experiment().model().inputSize() == test().pixelsPerImage();
    }

    /** What a measure of it is of. */
    public Provenance provenance() {
        return Provenance.of(data, snapshot);
    }

    /** Whether both are shown the same images, whoever has read them. */
    public boolean isOfSameData(@Nullable Look other) {
        return other != null && provenance().hasDataOf(other.provenance());
    }

    /** Whether both are moments of one training on the same data; then places in a plane of codes still mean something. */
    public boolean isSameRun(@Nullable Look other) {
        return other != null && run().equals(other.run()) && isOfSameData(other);
    }

    /** Whether both are one network at one moment on the same data, whatever it is called. */
    public boolean isSameMoment(@Nullable Look other) {
        return other != null && provenance().equals(other.provenance());
    }

    /** Whether this is {@code earlier} or what became of it; then late answers about it are still welcome. */
    public boolean continues(@Nullable Look earlier) {
        return earlier != null && provenance().continues(earlier.provenance());
    }

    /** What one picks to see it. */
    public Pick pick() {
        return switch (origin) {
            case TRAINING, TONIGHT -> Pick.run(run());
            case SHIPPED -> Pick.shipped(name);
            case FILE -> Pick.file(name);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Look look && origin == look.origin && name.equals(look.name) && isSameMoment(look);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, name, run(), snapshot.progress());
    }
}
