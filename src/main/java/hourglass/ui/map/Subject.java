package hourglass.ui.map;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.map.MapSource;
import hourglass.session.project.ActiveModel;

/**
 * What a map is of.
 *
 * @param model whose codes
 * @param source codes or pixels
 * @param data whose test images
 */
record Subject(ActiveModel model, MapSource source, DataSet data) {
    ModelSnapshot snapshot() {
        return model.snapshot();
    }

    /** Whether the network can take these images. */
    boolean fits() {
        return snapshot().experiment().model().inputSize() == data.test().pixelsPerImage();
    }

    /** Whether a map of the other would be the same as one of this. */
    boolean isAsGoodAs(Subject other) {
        return Identity.same(data, other.data)
                && source == other.source
                && (source == MapSource.PIXELS || Identity.same(snapshot(), other.snapshot()));
    }

    /** Whether both are of one training run, at different times. */
    boolean isSameRunAs(Subject other) {
        return Identity.same(data, other.data)
                && source == other.source
                && model.source() == ActiveModel.Source.TRAINING
                && other.model.source() == ActiveModel.Source.TRAINING
                && snapshot()
                        .experiment()
                        .model()
                        .equals(other.snapshot().experiment().model())
                && snapshot().experiment().seed()
                        == other.snapshot().experiment().seed();
    }
}
