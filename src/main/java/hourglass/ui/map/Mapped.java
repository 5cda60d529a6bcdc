package hourglass.ui.map;

import hourglass.core.data.DataSet;
import hourglass.engine.model.ModelSnapshot;
import hourglass.session.look.Look;
import hourglass.session.map.MapSource;

/**
 * What a map is of.
 *
 * @param look whose codes, and of which test images
 * @param source codes or pixels
 */
record Mapped(Look look, MapSource source) {
    ModelSnapshot snapshot() {
        return look.snapshot();
    }

    DataSet data() {
        return look.data();
    }

    boolean fits() {
        return look.fits();
    }

    /** Whether a map of the other would be the same as one of this. */
    boolean isAsGoodAs(Mapped other) {
        return source == other.source
                && (source == MapSource.PIXELS ? look.isOfSameData(other.look) : look.isSameMoment(other.look));
    }

    /** Whether both are of one training run, at different times. */
    boolean isSameRunAs(Mapped other) {
        return source == other.source && look.isSameRun(other.look);
    }
}
