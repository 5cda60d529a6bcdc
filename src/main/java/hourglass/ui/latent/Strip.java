package hourglass.ui.latent;

import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures along a path.
 *
 * @param fine many of them, for moving pictures, {@link PathModel#FINE}
 */
record Strip(Look look, ImageTiles fine) {
    /** The ten of the strip: every third. */
    ImageTiles frames() {
        List<int[]> frames = new ArrayList<>();
        for (int i = 0; i < fine.count(); i += PathModel.EVERY) {
            frames.add(pixels(i));
        }
        return ImageTiles.of(frames, fine.imageWidth(), fine.imageHeight());
    }

    private int[] pixels(int image) {
        int w = fine.imageWidth();
        int[] argb = new int[w * fine.imageHeight()];
        for (int p = 0; p < argb.length; p++) {
            argb[p] = fine.argb(image, p % w, p / w);
        }
        return argb;
    }
}
