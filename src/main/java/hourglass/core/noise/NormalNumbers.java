package hourglass.core.noise;

/** Standard normal numbers from a seed. */
public final class NormalNumbers {
    private NormalNumbers() {}

    /** Fills the first {@code count} places; the same seed gives the same numbers. */
    public static void fill(float[] target, int count, long seed) {
        Xoshiro random = new Xoshiro(seed);
        for (int i = 0; i < count; i++) {
            target[i] = (float) Ziggurat.next(random);
        }
    }
}
