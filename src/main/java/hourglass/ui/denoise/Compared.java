package hourglass.ui.denoise;

import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.look.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the view looks at.
 *
 * @param look the network and the data whose test images are spoilt
 * @param rival a network to hold against it on the same images, if there is one
 */
record Compared(Look look, Optional<Look> rival) {
    DataSet data() {
        return look.data();
    }

    ImageSet test() {
        return look.test();
    }

    Experiment experiment() {
        return look.experiment();
    }

    NoiseSpec trainedWith() {
        return experiment().noise();
    }

    int codeSize() {
        return look.codeSize();
    }

    List<ModelSnapshot> snapshots() {
        List<ModelSnapshot> snapshots = new ArrayList<>();
        snapshots.add(look.snapshot());
        rival.ifPresent(other -> snapshots.add(other.snapshot()));
        return snapshots;
    }

    boolean fits() {
        return look.fits();
    }

    /** Whether this is the same run on the same data, only further; then late answers about it are still welcome. */
    boolean continues(@Nullable Compared earlier) {
        return earlier != null && look.continues(earlier.look);
    }

    static boolean isNoisy(Look look) {
        return look.experiment().noise().isNoisy();
    }
}
