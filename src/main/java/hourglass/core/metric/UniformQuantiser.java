package hourglass.core.metric;

/**
 * Rounds each number of a code to one of {@code 2^bits} values, evenly between the least and the largest that number takes
 * in a sample; what lies beyond is moved to the nearer end. Immutable.
 */
public final class UniformQuantiser {
    /** Most bits per number. */
    public static final int MOST_BITS = 16;

    private final float[] least;
    private final float[] most;

    private UniformQuantiser(float[] least, float[] most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Over the range of each number of a sample.
     *
     * @param codes {@code [n × dimension]}, {@code n} at least 1
     * @throws IllegalArgumentException if they are no whole number of codes
     */
    public static UniformQuantiser over(float[] codes, int dimension) {
        if (dimension < 1 || codes.length == 0 || codes.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "expected codes of " + dimension + " numbers each, got " + codes.length + " numbers");
        }
        float[] least = new float[dimension];
        float[] most = new float[dimension];
        for (int i = 0; i < codes.length; i++) {
            int number = i % dimension;
            least[number] = i < dimension ? codes[i] : Math.min(least[number], codes[i]);
            most[number] = i < dimension ? codes[i] : Math.max(most[number], codes[i]);
        }
        return new UniformQuantiser(least, most);
    }

    /**
     * The codes as so many bits per number leave them, {@code [n × dimension]}.
     *
     * @param bits 1 … {@value #MOST_BITS}
     */
    public float[] rounded(float[] codes, int bits) {
        if (bits < 1 || bits > MOST_BITS) {
            throw new IllegalArgumentException("expected 1 to " + MOST_BITS + " bits, got " + bits);
        }
        int steps = (1 << bits) - 1;
        float[] result = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            int number = i % least.length;
            double range = (double) most[number] - least[number];
            double share = range > 0 ? Math.max(0, Math.min(1, (codes[i] - least[number]) / range)) : 0;
            result[i] = (float) (least[number] + Math.rint(share * steps) / steps * range);
        }
        return result;
    }
}
