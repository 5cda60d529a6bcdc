package hourglass.ui.data;

import hourglass.core.data.DataOrigin;
import hourglass.core.data.DataSet;
import hourglass.core.data.ImageSet;
import java.util.List;
import java.util.Map;

/** Data sets one can count on one's fingers: images of 2 × 1 pixels. */
final class TinyData {
    static final List<String> CLASSES = List.of("Hat", "Scarf", "Glove");

    private TinyData() {}

    /** Image i has the pixels (10 i, 255 − 10 i) and the label given. */
    static ImageSet images(List<String> classes, int... labels) {
        byte[] pixels = new byte[2 * labels.length];
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            pixels[2 * i] = (byte) (10 * i);
            pixels[2 * i + 1] = (byte) (255 - 10 * i);
            bytes[i] = (byte) labels[i];
        }
        return ImageSet.of(2, 1, pixels, bytes, classes);
    }

    static DataSet of(String name, List<String> classes, ImageSet train, ImageSet test) {
        return new DataSet(name, "/data/" + name, DataOrigin.IMAGE_FOLDER, Map.of("all", "ab".repeat(32)), train, test);
    }

    /** Ten training images of three classes, five test images of two. */
    static DataSet winter() {
        return of("Winter", CLASSES, images(CLASSES, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0), images(CLASSES, 0, 1, 0, 1, 0));
    }
}
