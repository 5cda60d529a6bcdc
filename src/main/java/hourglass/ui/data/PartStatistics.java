package hourglass.ui.data;

import hourglass.core.color.GreyMap;
import hourglass.core.data.ImageSet;
import hourglass.ui.pictures.ImageTiles;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Sums up a part, some images at a time, so that the window never waits for it. */
final class PartStatistics {
    private static final int STRIDE = 16;

    private final ImageSet images;
    private final int[] counts;
    private final long[][] sums;
    private final int[] seenByClass;
    private long sumOfSquares;
    private int seen;

    PartStatistics(ImageSet images) {
        this.images = images;
        counts = SampleOrder.counts(images);
        sums = new long[images.classCount()][images.pixelsPerImage()];
        seenByClass = new int[images.classCount()];
    }

    boolean isComplete() {
        return seen == images.size();
    }

    /** Goes on while {@code more} says so, which is asked every few images, or until all are counted. */
    void advance(BooleanSupplier more) {
        while (!isComplete() && more.getAsBoolean()) {
            int end = Math.min(images.size(), seen + STRIDE);
            while (seen < end) {
                add(seen++);
            }
        }
    }

    private void add(int image) {
        int label = images.label(image);
        long[] sum = sums[label];
        long squares = 0;
        for (int p = 0; p < sum.length; p++) {
            int value = images.rawPixel(image, p);
            sum[p] += value;
            squares += (long) value * value;
        }
        sumOfSquares += squares;
        seenByClass[label]++;
    }

    PartFacts facts() {
        double pixels = Math.max(1.0, (double) seen * images.pixelsPerImage());
        long total = 0;
        for (long[] sum : sums) {
            total += Arrays.stream(sum).sum();
        }
        double mean = total / pixels;
        double deviation = Math.sqrt(Math.max(0, sumOfSquares / pixels - mean * mean));
        return new PartFacts(
                images.classNames(),
                Arrays.stream(counts).boxed().toList(),
                means(),
                seen,
                images.size(),
                mean / 255,
                deviation / 255);
    }

    private ImageTiles means() {
        int n = images.pixelsPerImage();
        int[] argb = new int[sums.length * n];
        for (int c = 0; c < sums.length; c++) {
            double scale = 1.0 / (255.0 * Math.max(1, seenByClass[c]));
            for (int p = 0; p < n; p++) {
                argb[c * n + p] = GreyMap.argb((float) (sums[c][p] * scale));
            }
        }
        return ImageTiles.ofPacked(argb, images.width(), images.height());
    }
}
