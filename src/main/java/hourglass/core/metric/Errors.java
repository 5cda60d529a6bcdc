package hourglass.core.metric;

/**
 * Errors between two blocks of images, each {@code [n × pixelsPerImage]} with pixels in {@code [0, 1]}.
 *
 * <p>Sums are taken in {@code double} whatever the size of the block.
 */
public final class Errors {
    /** Predictions are kept this far from 0 and 1 before a logarithm is taken, as Keras does. */
    public static final double CROSS_ENTROPY_MARGIN = 1e-7;

    private Errors() {}

    /**
     * Mean squared error per pixel over the whole block.
     *
     * @throws IllegalArgumentException if the blocks are empty or differ in length
     */
    public static double meanSquaredError(float[] a, float[] b) {
        checkPair(a, b, 1);
        return squaredDifference(a, b, 0, a.length) / a.length;
    }

    /**
     * Mean squared error per pixel of each image.
     *
     * @return {@code [n]}
     * @throws IllegalArgumentException if the blocks differ in length or do not hold whole images
     */
    public static double[] perImage(float[] a, float[] b, int pixelsPerImage) {
        int n = checkPair(a, b, pixelsPerImage);
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = squaredDifference(a, b, i * pixelsPerImage, pixelsPerImage) / pixelsPerImage;
        }
        return result;
    }

    /**
     * Binary cross-entropy of each image, summed over its pixels, in nats:
     * {@code −Σ t·ln p + (1 − t)·ln(1 − p)} with {@code p} kept {@link #CROSS_ENTROPY_MARGIN} inside {@code (0, 1)}.
     *
     * <p>A perfect copy of grey pixels does not score 0 but the entropy of the pixels themselves.
     *
     * @param target what should have come out, {@code [n × pixelsPerImage]}
     * @param predicted what came out, {@code [n × pixelsPerImage]}
     * @return {@code [n]}
     */
    public static double[] crossEntropyPerImage(float[] target, float[] predicted, int pixelsPerImage) {
        int n = checkPair(target, predicted, pixelsPerImage);
        double[] result = new double[n];
        for (int i = 0; i < target.length; i++) {
            double p = Math.min(1 - CROSS_ENTROPY_MARGIN, Math.max(CROSS_ENTROPY_MARGIN, predicted[i]));
            result[i / pixelsPerImage] -= target[i] * Math.log(p) + (1 - target[i]) * Math.log1p(-p);
        }
        return result;
    }

    /** Root of the mean of the squares; 0 of nothing. */
    public static double rootMeanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return values.length == 0 ? 0 : Math.sqrt(sum / values.length);
    }

    /** Arithmetic mean. */
    public static double mean(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("expected at least one value");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double squaredDifference(float[] a, float[] b, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static int checkPair(float[] a, float[] b, int pixelsPerImage) {
        if (pixelsPerImage <= 0) {
            throw new IllegalArgumentException("expected a positive number of pixels per image, got " + pixelsPerImage);
        }
        if (a.length != b.length || a.length == 0 || a.length % pixelsPerImage != 0) {
            throw new IllegalArgumentException("expected two blocks of whole images with " + pixelsPerImage
                    + " pixels each, got " + a.length + " and " + b.length + " numbers");
        }
        return a.length / pixelsPerImage;
    }
}
