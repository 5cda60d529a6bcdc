package hourglass.core.metric;

/**
 * The 3 × 3 median filter (Tukey 1977), the classical denoiser to compare with; beyond its edge an image goes on with
 * its outermost pixels.
 *
 * <p>Each column of three is sorted once for the three windows it takes part in; the median of nine is then the median
 * of the greatest low, the median middle and the least high.
 */
public final class MedianFilter {
    private MedianFilter() {}

    /**
     * Filters images.
     *
     * @param images {@code [n × height × width]}
     * @return a new block {@code [n × height × width]}
     * @throws IllegalArgumentException if {@code images} does not hold whole images
     */
    public static float[] apply(float[] images, int width, int height) {
        if (width <= 0 || height <= 0 || images.length % (width * height) != 0) {
            throw new IllegalArgumentException(
                    "expected whole images of " + width + "×" + height + " pixels, got " + images.length + " pixels");
        }
        float[] result = new float[images.length];
        float[] low = new float[width + 2];
        float[] middle = new float[width + 2];
        float[] high = new float[width + 2];
        for (int first = 0; first < images.length; first += width * height) {
            for (int y = 0; y < height; y++) {
                int above = first + Math.max(0, y - 1) * width;
                int below = first + Math.min(height - 1, y + 1) * width;
                sortColumns(images, above, first + y * width, below, low, middle, high);
                combine(low, middle, high, result, first + y * width);
            }
        }
        return result;
    }

    private static void sortColumns(
            float[] images, int above, int here, int below, float[] low, float[] middle, float[] high) {
        int width = low.length - 2;
        for (int x = 0; x < width; x++) {
            float a = images[above + x];
            float b = images[here + x];
            float c = images[below + x];
            float least = Math.min(a, b);
            float most = Math.max(a, b);
            low[x + 1] = Math.min(least, c);
            middle[x + 1] = Math.max(least, Math.min(most, c));
            high[x + 1] = Math.max(most, c);
        }
        repeatEnds(low);
        repeatEnds(middle);
        repeatEnds(high);
    }

    private static void repeatEnds(float[] padded) {
        padded[0] = padded[1];
        padded[padded.length - 1] = padded[padded.length - 2];
    }

    private static void combine(float[] low, float[] middle, float[] high, float[] target, int from) {
        for (int x = 0; x < low.length - 2; x++) {
            float lows = Math.max(low[x], Math.max(low[x + 1], low[x + 2]));
            float middles = median(middle[x], middle[x + 1], middle[x + 2]);
            float highs = Math.min(high[x], Math.min(high[x + 1], high[x + 2]));
            target[from + x] = median(lows, middles, highs);
        }
    }

    private static float median(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
