package hourglass.session.recovery;

import java.util.List;

/** Which epoch to part with when one more would be too many: kept ones stay evenly spread, first and last always. */
final class EpochThinning {
    private EpochThinning() {}

    /**
     * The one in the middle of the smallest gap, the earliest of several.
     *
     * @param epochs kept, rising, with the one about to be added; at least 2
     */
    static int victim(List<Integer> epochs) {
        if (epochs.size() < 3) {
            return epochs.get(0);
        }
        int found = 1;
        for (int i = 2; i + 1 < epochs.size(); i++) {
            if (gap(epochs, i) < gap(epochs, found)) {
                found = i;
            }
        }
        return epochs.get(found);
    }

    private static int gap(List<Integer> epochs, int i) {
        return epochs.get(i + 1) - epochs.get(i - 1);
    }
}
