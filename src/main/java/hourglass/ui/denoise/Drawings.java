package hourglass.ui.denoise;

import hourglass.session.look.ChosenImage;
import hourglass.ui.pictures.Drawing;
import java.util.HashMap;
import java.util.Map;

/** What was painted over which image. */
final class Drawings {
    private final Map<ChosenImage, Drawing> byImage = new HashMap<>();

    Map<ChosenImage, Drawing> all() {
        return Map.copyOf(byImage);
    }

    boolean has(ChosenImage image) {
        return byImage.containsKey(image);
    }

    void put(ChosenImage image, Drawing drawing) {
        byImage.put(image, drawing);
    }

    Drawing of(ChosenImage image, int width, int height) {
        Drawing known = byImage.get(image);
        return known != null && known.fits(width, height) ? known : Drawing.blank(width, height);
    }

    void clear(ChosenImage image) {
        byImage.remove(image);
    }

    void clearAll() {
        byImage.clear();
    }
}
