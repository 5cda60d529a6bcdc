package hourglass.ui.scatter;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Some of the points, by their index; immutable. */
public final class PointSelection {
    /** No points. */
    public static final PointSelection NONE = new PointSelection(new BitSet());

    private final BitSet chosen;

    private PointSelection(BitSet chosen) {
        this.chosen = chosen;
    }

    /** Those of the first {@code count} points that pass. */
    public static PointSelection where(int count, IntPredicate passes) {
        BitSet bits = new BitSet(count);
        for (int i = 0; i < count; i++) {
            bits.set(i, passes.test(i));
        }
        return bits.isEmpty() ? NONE : new PointSelection(bits);
    }

    /** Whether a point is among them. */
    public boolean contains(int point) {
        return chosen.get(point);
    }

    /** How many they are. */
    public int size() {
        return chosen.cardinality();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** Their indices, ascending. */
    public int[] indices() {
        return chosen.stream().toArray();
    }

    /** These and those. */
    public PointSelection and(PointSelection others) {
        BitSet both = (BitSet) chosen.clone();
        both.or(others.chosen);
        return new PointSelection(both);
    }
}
