package hourglass.figures;

import java.awt.image.BufferedImage;
import java.time.Duration;

/**
 * One picture of an animation.
 *
 * @param image without transparency
 * @param shown for how long, 20 ms … 60 s; counted in hundredths of a second
 */
public record GifFrame(BufferedImage image, Duration shown) {
    /** Checks the time; shorter ones are stretched by most viewers to a tenth of a second. */
    public GifFrame {
        if (shown.toMillis() < 20 || shown.toMillis() > 60_000) {
            throw new IllegalArgumentException(
                    "expected a picture to be shown 20 ms to 60 s, got " + shown.toMillis() + " ms");
        }
    }
}
