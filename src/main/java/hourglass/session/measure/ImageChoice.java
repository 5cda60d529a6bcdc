package hourglass.session.measure;

import hourglass.core.data.ClassTurns;
import hourglass.core.data.ImageSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which test images are shown.
 *
 * @param order which come first
 * @param label only this class, −1 for all
 * @param seed of the random order
 */
public record ImageChoice(Order order, int label, long seed) {
    /** Which test images come first. */
    public enum Order {
        /** As they lie in the data; all classes in turn. */
        IN_ORDER,
        /** Drawn by a seed. */
        RANDOM,
        /** Smallest error of the network first. */
        BEST,
        /** Largest error of the network first. */
        WORST;

        /** Whether the errors of all test images must be known. */
        public boolean needsRanking() {
            return this == BEST || this == WORST;
        }
    }

    private boolean accepts(ImageSet test, int image) {
        return label < 0 || test.label(image) == label;
    }

    /** At most {@code most} images, or nothing if the order needs a ranking and there is none. */
    public Optional<int[]> pick(ImageSet test, Optional<ImageErrors> ranking, int most) {
        return switch (order) {
            case IN_ORDER -> Optional.of(ClassTurns.of(test, label, 0, most));
            case RANDOM -> Optional.of(random(test, most));
            case BEST -> ranking.map(known -> ranked(test, known, most, 0, 1));
            case WORST -> ranking.map(known -> ranked(test, known, most, known.size() - 1, -1));
        };
    }

    private int[] ranked(ImageSet test, ImageErrors ranking, int most, int from, int step) {
        return IntStream.range(0, ranking.size())
                .map(i -> ranking.ranked(from + i * step))
                .filter(image -> accepts(test, image))
                .limit(most)
                .toArray();
    }

    /** The same seed draws the same images. */
    private int[] random(ImageSet test, int most) {
        int[] pool = IntStream.range(0, test.size())
                .filter(image -> accepts(test, image))
                .toArray();
        Random random = new Random(seed);
        int count = Math.min(most, pool.length);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(pool.length - i);
            int drawn = pool[other];
            pool[other] = pool[i];
            pool[i] = drawn;
        }
        return IntStream.of(pool).limit(count).toArray();
    }
}
