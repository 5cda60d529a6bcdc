package hourglass.core.metric;

import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * First principal components of large images by a randomised range finder with subspace iteration (Halko, Martinsson
 * and Tropp 2011, algorithms 4.4 and 5.3), streaming over the images so that no covariance matrix is stored.
 */
final class RangeFinder {
    /** Components given out. */
    static final int COMPONENTS = 128;

    private static final int OVERSAMPLING = 16;
    private static final int ITERATIONS = 4;
    private static final long SEED = 20110528;

    private final ImageSet set;
    private final int pixels;
    private final int width;
    private final BooleanSupplier cancelled;
    private final double[] mean;
    private double totalVariance;
    private double[] variances = {};
    private double[][] vectors = {};

    private RangeFinder(ImageSet set, BooleanSupplier cancelled) {
        this.set = set;
        this.cancelled = cancelled;
        pixels = set.pixelsPerImage();
        width = Math.min(pixels, COMPONENTS + OVERSAMPLING);
        mean = new double[pixels];
    }

    static RangeFinder of(ImageSet set, BooleanSupplier cancelled) {
        RangeFinder result = new RangeFinder(set, cancelled);
        result.findMean();
        result.iterate();
        return result;
    }

    double[] mean() {
        return mean;
    }

    double[] variances() {
        return variances;
    }

    double totalVariance() {
        return totalVariance;
    }

    double[][] vectors() {
        return vectors;
    }

    private void findMean() {
        float[] image = new float[pixels];
        double squares = 0;
        for (int i = 0; i < set.size(); i++) {
            set.copyImage(i, image, 0);
            for (int p = 0; p < pixels; p++) {
                mean[p] += image[p];
                squares += (double) image[p] * image[p];
            }
        }
        double ofMean = 0;
        for (int p = 0; p < pixels; p++) {
            mean[p] /= set.size();
            ofMean += mean[p] * mean[p];
        }
        totalVariance = Math.max(0, squares / set.size() - ofMean);
    }

    private void iterate() {
        double[][] basis = randomDirections();
        double[][] image = basis;
        for (int round = 0; round < ITERATIONS; round++) {
            orthonormalise(image);
            basis = image;
            image = timesCovariance(basis);
        }
        double[][] small = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                small[i][j] = (dot(basis[i], image[j]) + dot(basis[j], image[i])) / 2;
            }
        }
        turn(basis, SymmetricEigen.of(small, cancelled));
    }

    private void turn(double[][] basis, SymmetricEigen eigen) {
        int count = Math.min(COMPONENTS, width);
        variances = new double[count];
        vectors = new double[count][pixels];
        for (int c = 0; c < count; c++) {
            variances[c] = Math.max(0, eigen.values()[c]);
            for (int i = 0; i < width; i++) {
                addMultiple(vectors[c], basis[i], eigen.vectors()[c][i]);
            }
            SymmetricEigen.fixSign(vectors[c]);
        }
    }

    private double[][] randomDirections() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] result = new double[width][pixels];
        for (double[] row : result) {
            for (int p = 0; p < pixels; p++) {
                row[p] = random.nextDouble() - 0.5;
            }
        }
        return result;
    }

    /** Rows times covariance: for each image x the row's product with x − mean, times x − mean, averaged. */
    private double[][] timesCovariance(double[][] rows) {
        float[][] byPixel = new float[pixels][width];
        for (int r = 0; r < width; r++) {
            for (int p = 0; p < pixels; p++) {
                byPixel[p][r] = (float) rows[r][p];
            }
        }
        float[] image = new float[pixels];
        float[] code = new float[width];
        double[][] sum = new double[pixels][width];
        for (int i = 0; i < set.size(); i++) {
            if (i % 64 == 0) {
                Cancellation.check(cancelled);
            }
            set.copyImage(i, image, 0);
            for (int p = 0; p < pixels; p++) {
                image[p] -= (float) mean[p];
            }
            Arrays.fill(code, 0);
            PcaBasis.addRows(code, byPixel, image, 0, pixels);
            addOuter(sum, image, code);
        }
        double[][] result = new double[width][pixels];
        for (int r = 0; r < width; r++) {
            for (int p = 0; p < pixels; p++) {
                result[r][p] = sum[p][r] / set.size();
            }
        }
        return result;
    }

    private static void addOuter(double[][] sum, float[] image, float[] code) {
        for (int p = 0; p < image.length; p++) {
            addScaled(sum[p], image[p], code);
        }
    }

    private static void addScaled(double[] target, double factor, float[] values) {
        for (int r = 0; r < target.length; r++) {
            target[r] += factor * values[r];
        }
    }

    /** Gram–Schmidt, twice, which is enough; a row with nothing new in it becomes zero. */
    private static void orthonormalise(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            double before = Math.sqrt(dot(rows[i], rows[i]));
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    addMultiple(rows[i], rows[j], -dot(rows[i], rows[j]));
                }
            }
            double length = Math.sqrt(dot(rows[i], rows[i]));
            double factor = length > 1e-12 * before ? 1 / length : 0;
            for (int p = 0; p < rows[i].length; p++) {
                rows[i][p] *= factor;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            sum += a[p] * b[p];
        }
        return sum;
    }

    private static void addMultiple(double[] target, double[] source, double factor) {
        for (int p = 0; p < target.length; p++) {
            target[p] += factor * source[p];
        }
    }
}
