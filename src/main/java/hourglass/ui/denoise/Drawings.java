package hourglass.ui.denoise;

import hourglass.ui.pictures.Drawing;
import java.util.HashMap;
import java.util.Map;

/** What was painted over which test image. */
final class Drawings {
    private final Map<Integer, Drawing> byImage = new HashMap<>();

    Map<Integer, Drawing> all() {
        return Map.copyOf(byImage);
    }

    boolean has(int image) {
        return byImage.containsKey(image);
    }

    void put(int image, Drawing drawing) {
        byImage.put(image, drawing);
    }

    Drawing of(int image, int width, int height) {
        Drawing known = byImage.get(image);
        return known != null && known.fits(width, height) ? known : Drawing.blank(width, height);
    }

    void clear(int image) {
        byImage.remove(image);
    }

    void clearAll() {
        byImage.clear();
    }
}
