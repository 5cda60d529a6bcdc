package hourglass.ui.train;

import java.util.ArrayList;
import java.util.List;

/** Lists of layer sizes with something changed. */
final class Channels {
    private Channels() {}

    static List<Integer> replaced(List<Integer> sizes, int slot, int size) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.set(slot, size);
        return changed;
    }

    /** Without the inner ones, or with more like the last; far too many are left to whoever checks the range. */
    static List<Integer> resized(List<Integer> sizes, int count) {
        List<Integer> changed = new ArrayList<>(sizes.subList(0, Math.max(0, Math.min(count, sizes.size()))));
        int wanted = Math.min(count, 1000);
        while (changed.size() < wanted) {
            changed.add(sizes.get(sizes.size() - 1));
        }
        return changed;
    }
}
