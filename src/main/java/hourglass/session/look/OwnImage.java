package hourglass.session.look;

import hourglass.core.data.ImageBlock;
import hourglass.core.data.Preparation;

/**
 * An image of one's own: drawn, pasted or read from a file. Immutable.
 *
 * @param name what it is called
 * @param picture as it came, of any size
 * @param preparation what is done to it before a network sees it
 */
public record OwnImage(String name, ImageBlock picture, Preparation preparation) {
    /** As networks for images of this size see it. */
    public ImageBlock prepared(int width, int height) {
        return preparation.of(picture, width, height);
    }
}
