package hourglass.ui.denoise;

import hourglass.core.data.ImageSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which test images are shown.
 *
 * @param label only this class, −1 for all
 * @param shuffle 0 for those that come first in the data, else the seed they are drawn by
 */
record ImagePick(int label, long shuffle) {
    /** At most {@code most}; of all classes one each before a second of any. */
    int[] pick(ImageSet test, int most) {
        List<Integer> pool = new ArrayList<>(IntStream.range(0, test.size())
                .filter(image -> label < 0 || test.label(image) == label)
                .boxed()
                .toList());
        if (shuffle != 0) {
            Collections.shuffle(pool, new Random(shuffle));
        }
        int[] seen = new int[test.classCount()];
        List<int[]> ranked = new ArrayList<>();
        for (int image : pool) {
            ranked.add(new int[] {seen[test.label(image)]++, test.label(image), image});
        }
        return ranked.stream()
                .sorted(Comparator.<int[]>comparingInt(each -> each[0]).thenComparingInt(each -> each[1]))
                .limit(most)
                .mapToInt(each -> each[2])
                .toArray();
    }
}
