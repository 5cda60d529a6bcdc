package hourglass.core.latent;

import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Codes of some images of a set by one network; of a variational network the means. Immutable. */
public final class CodeSample {
    private final int[] images;
    private final int[] labels;
    private final int classes;
    private final int dimension;
    private final float[] codes;

    /**
     * Of some images.
     *
     * @param set what they are images of
     * @param images their numbers in it, {@code [n]}
     * @param codes {@code [n × dimension]}
     * @param dimension numbers per code, at least 1
     */
    public CodeSample(ImageSet set, int[] images, float[] codes, int dimension) {
        if (dimension < 1 || codes.length != (long) images.length * dimension) {
            throw new IllegalArgumentException("expected " + images.length + " codes of " + dimension + " numbers, got "
                    + codes.length + " numbers");
        }
        this.images = images.clone();
        this.codes = codes.clone();
        this.dimension = dimension;
        classes = set.classCount();
        labels = Arrays.stream(images).map(set::label).toArray();
    }

    /** Codes in the sample. */
    public int count() {
        return images.length;
    }

    /** Numbers per code. */
    public int dimension() {
        return dimension;
    }

    /** Classes of the set; not all of them need be in the sample. */
    public int classes() {
        return classes;
    }

    /** Number of the image behind row {@code row}. */
    public int image(int row) {
        return images[row];
    }

    /** Its class. */
    public int label(int row) {
        return labels[row];
    }

    /** All classes, {@code [count]}; a copy. */
    public int[] labels() {
        return labels.clone();
    }

    /** All codes, {@code [count × dimension]}; a copy. */
    public float[] codes() {
        return codes.clone();
    }

    /** One code, {@code [dimension]}. */
    public float[] code(int row) {
        return Arrays.copyOfRange(codes, row * dimension, (row + 1) * dimension);
    }

    /** Row of an image, −1 if it is not in the sample. */
    public int rowOf(int image) {
        return IntStream.range(0, images.length)
                .filter(row -> images[row] == image)
                .findFirst()
                .orElse(-1);
    }

    /** First row of a class, −1 if there is none. */
    public int firstOf(int label) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label)
                .findFirst()
                .orElse(-1);
    }

    /** At most {@code count} of {@code size} images, spread evenly, in an order of which every beginning is spread evenly too. */
    public static int[] spread(int size, int count) {
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
