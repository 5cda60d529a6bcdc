package hourglass.ui.denoise;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.core.spec.NoiseSpec;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.project.ActiveModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is being looked at.
 *
 * @param model the network
 * @param rival one to hold against it, if there is one
 * @param data whose test images are spoilt
 */
record Subject(ActiveModel model, Optional<ActiveModel> rival, DataSet data) {
    ImageSet test() {
        return data.test();
    }

    Experiment experiment() {
        return model.snapshot().experiment();
    }

    NoiseSpec trainedWith() {
        return experiment().noise();
    }

    int codeSize() {
        return experiment().model().codeSize();
    }

    List<ModelSnapshot> snapshots() {
        List<ModelSnapshot> snapshots = new ArrayList<>();
        snapshots.add(model.snapshot());
        rival.ifPresent(other -> snapshots.add(other.snapshot()));
        return snapshots;
    }

    /** Whether the network can take these images. */
    boolean fits() {
        return experiment().model().inputSize() == test().pixelsPerImage();
    }

    boolean is(@Nullable Subject other) {
        return other != null
                && Identity.same(data, other.data)
                && Identity.same(model, other.model)
                && Identity.same(rival.orElse(null), other.rival.orElse(null));
    }

    /** Whether this is the same run on the same data, only further; then late answers about it are still welcome. */
    boolean continues(@Nullable Subject earlier) {
        return earlier != null && Identity.same(data, earlier.data) && continues(model, earlier.model);
    }

    static boolean continues(ActiveModel now, ActiveModel earlier) {
        Experiment one = now.snapshot().experiment();
        Experiment other = earlier.snapshot().experiment();
        return now.source() == ActiveModel.Source.TRAINING
                && earlier.source() == ActiveModel.Source.TRAINING
                && one.model().equals(other.model())
                && one.seed() == other.seed()
                && now.snapshot().progress().iteration()
                        >= earlier.snapshot().progress().iteration();
    }
}
