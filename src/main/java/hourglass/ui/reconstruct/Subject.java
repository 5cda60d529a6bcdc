package hourglass.ui.reconstruct;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.session.project.ActiveModel;
import org.jspecify.annotations.Nullable;

/** What is being looked at: a network at one moment, and the data it is shown. */
record Subject(ActiveModel model, DataSet data) {
    ImageSet test() {
        return data.test();
    }

    int codeSize() {
        return experiment().model().codeSize();
    }

    Experiment experiment() {
        return model.snapshot().experiment();
    }

    /** Whether the network can take these images. */
    boolean fits() {
        return experiment().model().inputSize() == test().pixelsPerImage();
    }

    boolean is(@Nullable Subject other) {
        return other != null && Identity.same(model, other.model) && Identity.same(data, other.data);
    }

    /** Whether this is the same run on the same data, only further; then late answers about it are still welcome. */
    boolean continues(@Nullable Subject earlier) {
        return earlier != null
                && Identity.same(data, earlier.data)
                && model.source() == ActiveModel.Source.TRAINING
                && earlier.model.source() == ActiveModel.Source.TRAINING
                && experiment().model().equals(earlier.experiment().model())
                && experiment().seed() == earlier.experiment().seed()
                && model.snapshot().progress().iteration()
                        >= earlier.model.snapshot().progress().iteration();
    }
}
