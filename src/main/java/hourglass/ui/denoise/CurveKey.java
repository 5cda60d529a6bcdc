package hourglass.ui.denoise;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.core.spec.NoiseKind;
import hourglass.session.project.ActiveModel;

/** What a curve is of. */
record CurveKey(ActiveModel model, DataSet data, NoiseKind kind) {
    boolean is(CurveKey other) {
        return Identity.same(model.snapshot(), other.model.snapshot())
                && Identity.same(data, other.data)
                && kind == other.kind;
    }

    /** Whether this is only a later state of the same run; then the older curve may stand until the newer is complete. */
    boolean continues(CurveKey earlier) {
        return Identity.same(data, earlier.data) && kind == earlier.kind && Subject.continues(model, earlier.model);
    }
}
