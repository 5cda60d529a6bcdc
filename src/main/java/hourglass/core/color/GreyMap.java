package hourglass.core.color;

import java.util.Objects;

/** Pixels in {@code [0, 1]} as greys, 0 black and 1 white; what lies beyond is cut off, NaN is black. */
public final class GreyMap {
    private GreyMap() {}

    /** One pixel. */
    public static int argb(float value) {
        // NaN fails both comparisons and becomes 0 in the cast.
        int grey = (int) ((value <= 0 ? 0 : value >= 1 ? 1 : value) * 255 + 0.5f);
        return 0xff000000 | grey * 0x010101;
    }

    /** {@code count} pixels from {@code from} on, into {@code target} from {@code to} on. */
    public static void fill(float[] values, int from, int count, int[] target, int to) {
        Objects.checkFromIndexSize(from, count, values.length);
        Objects.checkFromIndexSize(to, count, target.length);
        for (int i = 0; i < count; i++) {
            target[to + i] = argb(values[from + i]);
        }
    }
}
