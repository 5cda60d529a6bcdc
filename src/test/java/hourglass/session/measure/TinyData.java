package hourglass.session.measure;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Images of four pixels, each evenly bright, so that errors can be computed in the head. */
final class TinyData {
    private TinyData() {}

    /** Test images of these brightnesses, 0 … 255; two classes that take turns. {@code sha} tells sets apart. */
    static DataSet of(String sha, int... brightness) {
        byte[] train = new byte[6 * 4];
        Arrays.fill(train, (byte) 100);
        byte[] test = new byte[brightness.length * 4];
        byte[] labels = new byte[brightness.length];
        for (int i = 0; i < brightness.length; i++) {
            Arrays.fill(test, 4 * i, 4 * i + 4, (byte) brightness[i]);
            labels[i] = (byte) (i % 2);
        }
        for (int i = 0; i < 6; i++) {
            train[4 * i] = (byte) (50 * i);
        }
        List<String> classes = List.of("Bright", "Dark");
        return new DataSet(
                "Tiny",
                "made up",
                DataOrigin.IDX_FOLDER,
                Map.of("all", sha),
                ImageSet.of(2, 2, train, new byte[6], classes),
                ImageSet.of(2, 2, test, labels, classes));
    }

    /** The squared error of so many levels of 255. */
    static double squared(double levels) {
        return levels / 255 * (levels / 255);
    }
}
