package hourglass.core.noise;

/**
 * Standard normal numbers by the ziggurat of Marsaglia and Tsang (2000) with 256 layers of equal area; place and layer
 * are drawn from different bits (Doornik 2005), without which the numbers are slightly dependent.
 */
final class Ziggurat {
    private static final int LAYERS = 256;
    /** Where the tail begins, and the area of each layer; from the paper. */
    @SuppressWarnings("FloatingPointLiteralPrecision") // the digits stand as the paper prints them
    private static final double TAIL = 3.6541528853610088;

    private static final double AREA = 0.00492867323399;

    /** Right edges of the layers, from the base upwards; the base is as wide as its area asks for. */
    private static final double[] EDGES = edges();

    private static final double[] HEIGHTS = heights();

    private Ziggurat() {}

    static double next(Xoshiro random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) (bits & (LAYERS - 1));
            // The upper 53 bits, signed: uniform in [−1, 1).
            double x = (bits >> 11) * 0x1p-52 * EDGES[layer];
            if (Math.abs(x) < EDGES[layer + 1]) {
                return x;
            }
            if (layer == 0) {
                return Math.copySign(tail(random), x);
            }
            double y = HEIGHTS[layer] + random.nextDouble() * (HEIGHTS[layer + 1] - HEIGHTS[layer]);
            if (y < density(x)) {
                return x;
            }
        }
    }

    private static double tail(Xoshiro random) {
        while (true) {
            double x = -Math.log(random.nextPositive()) / TAIL;
            double y = -Math.log(random.nextPositive());
            if (2 * y >= x * x) {
                return TAIL + x;
            }
        }
    }

    private static double density(double x) {
        return Math.exp(-0.5 * x * x);
    }

    private static double[] edges() {
        double[] edges = new double[LAYERS + 1];
        edges[0] = AREA / density(TAIL);
        edges[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            edges[i] = Math.sqrt(-2 * Math.log(AREA / edges[i - 1] + density(edges[i - 1])));
        }
        return edges;
    }

    private static double[] heights() {
        double[] heights = new double[LAYERS + 1];
        for (int i = 0; i <= LAYERS; i++) {
            heights[i] = density(EDGES[i]);
        }
        return heights;
    }
}
