package hourglass.ui.latent;

import hourglass.core.data.ImageSet;
import java.util.Arrays;

/** Codes of some test images by one network; of a variational network the means. Immutable. */
final class CodeSample {
    private final Subject subject;
    private final int[] images;
    private final int[] labels;
    private final float[] codes;

    /** Takes over its arrays; codes {@code [images.length × codeSize]}. */
    CodeSample(Subject subject, int[] images, float[] codes) {
        this.subject = subject;
        this.images = images;
        this.codes = codes;
        ImageSet test = subject.test();
        labels = Arrays.stream(images).map(test::label).toArray();
    }

    Subject subject() {
        return subject;
    }

    int count() {
        return images.length;
    }

    int dimension() {
        return subject.codeSize();
    }

    /** Number of the test image behind row {@code row}. */
    int image(int row) {
        return images[row];
    }

    int label(int row) {
        return labels[row];
    }

    int[] labels() {
        return labels.clone();
    }

    float[] codes() {
        return codes.clone();
    }

    /** Row of a test image, −1 if it is not in the sample. */
    int rowOf(int image) {
        for (int row = 0; row < images.length; row++) {
            if (images[row] == image) {
                return row;
            }
        }
        return -1;
    }

    /** First row of a class, −1 if there is none. */
    int firstOf(int label) {
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] == label) {
                return row;
            }
        }
        return -1;
    }

    float[] code(int row) {
        return Arrays.copyOfRange(codes, row * dimension(), (row + 1) * dimension());
    }

    /** Evenly spaced over the test images in an order of which every beginning is evenly spaced too. */
    static int[] spread(int size, int count) {
        int taken = Math.min(size, count);
        int stride = coprime(taken, (int) Math.max(1, Math.round(taken * 0.618)));
        int[] images = new int[taken];
        for (int i = 0; i < taken; i++) {
            long place = (long) i * stride % taken;
            images[i] = (int) (place * size / taken);
        }
        return images;
    }

    private static int coprime(int n, int wanted) {
        int candidate = wanted;
        while (gcd(n, candidate) != 1) {
            candidate++;
        }
        return candidate;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
