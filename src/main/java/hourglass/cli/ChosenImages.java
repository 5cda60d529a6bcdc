package hourglass.cli;

import hourglass.core.data.ImageSet;
import java.util.stream.IntStream;

/** Which test images figures show: always the first ones, so that figures of two networks can be compared. */
final class ChosenImages {
    private ChosenImages() {}

    /** The first of each class that has one, in the order of the classes. */
    static int[] oneOfEachClass(ImageSet test) {
        return IntStream.range(0, test.classCount())
                .map(label -> first(test, label))
                .filter(image -> image >= 0)
                .toArray();
    }

    /** The first image of a class; −1 where there is none. */
    static int first(ImageSet test, int label) {
        for (int i = 0; i < test.size(); i++) {
            if (test.label(i) == label) {
                return i;
            }
        }
        return -1;
    }
}
