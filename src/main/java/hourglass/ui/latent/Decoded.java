package hourglass.ui.latent;

import hourglass.core.latent.Spot;
import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;

/**
 * What a network draws at one place.
 *
 * @param asked when the hand moved there, in nanoseconds
 */
record Decoded(Look look, Spot spot, ImageTiles image, long asked) {}
