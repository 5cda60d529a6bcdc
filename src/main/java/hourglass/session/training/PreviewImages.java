package hourglass.session.training;

import hourglass.core.data.ImageSet;
import java.util.ArrayList;
import java.util.List;

/** Chooses the fixed test images of the live strip: the first of each class, then the second, up to twenty. */
public final class PreviewImages {
    private static final int MOST = 20;

    private PreviewImages() {}

    /** Indices into the test set. */
    public static int[] of(ImageSet test) {
        List<Integer> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < Math.min(MOST, test.size()) && round < test.size(); round++) {
            for (int label = 0; label < test.classCount() && chosen.size() < MOST; label++) {
                int index = nth(test, label, round);
                if (index >= 0) {
                    chosen.add(index);
                }
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int nth(ImageSet test, int label, int n) {
        int seen = 0;
        for (int i = 0; i < test.size(); i++) {
            if (test.label(i) == label && seen++ == n) {
                return i;
            }
        }
        return -1;
    }
}
