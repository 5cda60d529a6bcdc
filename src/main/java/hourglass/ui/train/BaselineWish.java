package hourglass.ui.train;

import hourglass.core.Identity;
import hourglass.core.data.DataSet;
import hourglass.session.measure.BaselineService;
import org.jspecify.annotations.Nullable;

/** Asks for the PCA baseline of what is shown, once per data set and code size. */
final class BaselineWish {
    private final BaselineService baselines;
    private @Nullable DataSet askedData;
    private int askedSize;

    BaselineWish(BaselineService baselines) {
        this.baselines = baselines;
    }

    /** Only for the data in use, or two views showing different data would overtake each other for ever. */
    void tick(Shown shown, DataSet inUse) {
        int size = shown.experiment().model().codeSize();
        boolean asked = Identity.same(askedData, inUse)
                && askedSize == size
                && baselines.baseline().isOf(inUse);
        if (Identity.same(shown.data(), inUse) && !asked) {
            askedData = inUse;
            askedSize = size;
            baselines.request(inUse, size);
        }
    }
}
