package hourglass.ui.latent;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import hourglass.core.spec.Experiment;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.measure.Decoding;
import hourglass.session.project.ActiveModel;
import org.jspecify.annotations.Nullable;

/** What is being looked at: a network at one moment, and the data it is shown. */
record Subject(ActiveModel model, DataSet data) {
    ImageSet test() {
        return data.test();
    }

    ModelSnapshot snapshot() {
        return model.snapshot();
    }

    Experiment experiment() {
        return snapshot().experiment();
    }

    int codeSize() {
        return experiment().model().codeSize();
    }

    boolean isVariational() {
        return experiment().model().isVariational();
    }

    boolean isTraining() {
        return model.source() == ActiveModel.Source.TRAINING;
    }

    /** Draws codes as images of these data. */
    Decoding decoding(float[] codes) {
        return new Decoding(codes, codeSize(), test().width(), test().height());
    }

    /** Whether the network can take these images and has at least a plane of codes. */
    boolean fits() {
        return experiment().model().inputSize() == test().pixelsPerImage() && codeSize() >= 2;
    }

    boolean is(@Nullable Subject other) {
        return other != null && Identity.same(snapshot(), other.snapshot()) && Identity.same(data, other.data);
    }

    /** Whether this is the same run on the same data at another moment; then places in the plane still mean something. */
    boolean sameRun(@Nullable Subject other) {
        return other != null
                && Identity.same(data, other.data)
                && isTraining()
                && other.isTraining()
                && experiment().model().equals(other.experiment().model())
                && experiment().seed() == other.experiment().seed();
    }

    /** Whether places in the plane mean the same as for {@code other}, or have only moved with the training. */
    boolean continues(@Nullable Subject other) {
        return is(other) || sameRun(other);
    }
}
