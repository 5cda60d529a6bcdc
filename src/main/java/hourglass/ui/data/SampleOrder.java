package hourglass.ui.data;

import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/** Which images are looked through, and in which order. */
final class SampleOrder {
    private SampleOrder() {}

    /**
     * The images of some classes, of all if {@code classes} is empty; in the order of the file for draw 0, else shuffled
     * with the number of the draw as seed.
     */
    static int[] of(ImageSet images, Set<Integer> classes, int draw) {
        boolean[] wanted = new boolean[images.classCount()];
        for (int c = 0; c < wanted.length; c++) {
            wanted[c] = classes.isEmpty() || classes.contains(c);
        }
        int[] found = new int[images.size()];
        int count = 0;
        for (int i = 0; i < images.size(); i++) {
            if (wanted[images.label(i)]) {
                found[count++] = i;
            }
        }
        int[] order = Arrays.copyOf(found, count);
        if (draw > 0) {
            shuffle(order, new SplittableRandom(draw));
        }
        return order;
    }

    /** Number of images of each class. */
    static int[] counts(ImageSet images) {
        int[] counts = new int[images.classCount()];
        for (int i = 0; i < images.size(); i++) {
            counts[images.label(i)]++;
        }
        return counts;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
    }
}
