package hourglass.ui.oddities;

import hourglass.core.data.ImageBlock;
import hourglass.core.metric.Errors;
import hourglass.engine.model.Network;

/**
 * An image of one's own. Immutable.
 *
 * @param image as it was drawn
 * @param error mean squared error per pixel of what the network makes of it
 */
record Own(ImageBlock image, double error) {
    static Own of(ImageBlock image, Network network) {
        float[] pixels = image.image(0);
        return new Own(image, Errors.meanSquaredError(pixels, network.reconstruct(pixels, 1)));
    }
}
