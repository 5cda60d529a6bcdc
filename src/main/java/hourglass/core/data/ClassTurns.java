package hourglass.core.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Chooses a few images of a set so that they show all classes: one of each, then a second of each, and so on. */
public final class ClassTurns {
    private static final int ROW = 14;

    private ClassTurns() {}

    /** At most {@code most} images, those that come first in the set. */
    public static int[] of(ImageSet set, int most) {
        return of(set, -1, 0, most);
    }

    /**
     * At most {@code most} images.
     *
     * @param label only this class, −1 for all
     * @param seed 0 for those that come first in the set, else the seed they are drawn by
     */
    public static int[] of(ImageSet set, int label, long seed, int most) {
        List<Integer> pool = new ArrayList<>(IntStream.range(0, set.size())
                .filter(image -> label < 0 || set.label(image) == label)
                .boxed()
                .toList());
        if (seed != 0) {
            Collections.shuffle(pool, new Random(seed));
        }
        List<List<Integer>> byClass = new ArrayList<>();
        IntStream.range(0, set.classCount()).forEach(each -> byClass.add(new ArrayList<>()));
        pool.forEach(image -> byClass.get(set.label(image)).add(image));
        return IntStream.range(0, set.size())
                .boxed()
                .flatMap(turn ->
                        byClass.stream().filter(same -> turn < same.size()).map(same -> same.get(turn)))
                .mapToInt(Integer::intValue)
                .limit(most)
                .toArray();
    }

    /** The first image of each class, or of so many classes from all over the list, as many as a row of images has. */
    public static int[] row(ImageSet set) {
        int[] all = firstOfEach(set);
        int count = Math.min(ROW, all.length);
        return IntStream.range(0, count).map(i -> all[i * all.length / count]).toArray();
    }

    /** The first image of each class that has one, in the order of the classes. */
    public static int[] firstOfEach(ImageSet set) {
        int present =
                (int) IntStream.range(0, set.size()).map(set::label).distinct().count();
        return of(set, present);
    }
}
