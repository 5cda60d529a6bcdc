package hourglass.core.data;

import hourglass.core.data.sketch.GarmentArtist;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Ten classes of garments drawn by the program itself, with Fashion-MNIST's names, label order and size, so that
 * everything works without a network.
 *
 * <p>Image {@code i} depends on the seed, on {@code i} and on whether it is for training or testing, and on nothing else:
 * a larger set begins with the smaller one. Every ten images in a row have each class once, in an order of their own.
 */
public final class Sketchwear {
    /** What the window calls it. */
    public static final String NAME = "Sketchwear";

    private static final int CLASSES = GarmentArtist.GARMENTS;
    private static final int SIDE = GarmentArtist.SIDE;
    private static final int MAX_COUNT = 1_000_000;
    private static final long TRAIN = 1;
    private static final long TEST = 2;

    private Sketchwear() {}

    /**
     * Draws a data set.
     *
     * @param seed of all random choices; the same seed gives the same bytes on every machine
     * @param trainCount number of training images, 1 to 1 000 000
     * @param testCount number of test images, 1 to 1 000 000
     * @throws IllegalArgumentException if a count is out of range
     */
    public static DataSet generate(long seed, int trainCount, int testCount) {
        ImageSet train = part(seed, TRAIN, trainCount);
        ImageSet test = part(seed, TEST, testCount);
        Map<String, String> sha256 = Map.of("train", sum(train), "test", sum(test));
        return new DataSet(NAME, "drawn by Hourglass", DataOrigin.SKETCHWEAR, sha256, train, test);
    }

    private static ImageSet part(long seed, long stream, int count) {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("expected 1 to " + MAX_COUNT + " images, got " + count);
        }
        byte[] pixels = new byte[count * SIDE * SIDE];
        byte[] labels = new byte[count];
        GarmentArtist artist = new GarmentArtist();
        for (int i = 0; i < count; i++) {
            labels[i] = garment(seed, stream, i);
            artist.draw(labels[i], mix(seed, stream, i), pixels, i * SIDE * SIDE);
        }
        return ImageSet.owning(SIDE, SIDE, pixels, labels, OfficialSets.FASHION_MNIST.classNames());
    }

    private static byte garment(long seed, long stream, int image) {
        SplittableRandom random = new SplittableRandom(mix(seed, stream, -1 - image / CLASSES));
        byte[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int i = CLASSES - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        return order[image % CLASSES];
    }

    private static long mix(long seed, long stream, long index) {
        long inner = new SplittableRandom(seed).nextLong() + stream * 0x9E3779B97F4A7C15L;
        return new SplittableRandom(new SplittableRandom(inner).nextLong() + index).nextLong();
    }

    private static String sum(ImageSet images) {
        return Checksums.ofBytes(images.rawPixels(), images.labels());
    }
}
