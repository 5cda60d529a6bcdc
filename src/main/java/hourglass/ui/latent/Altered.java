package hourglass.ui.latent;

import hourglass.session.look.Look;
import hourglass.ui.pictures.ImageTiles;

/**
 * A test image made more like another class.
 *
 * @param fromLabel class of the image
 * @param toLabel class it was moved towards
 * @param tiles the image, what the network draws of it, and what it draws of the moved code
 */
record Altered(Look look, int image, int fromLabel, int toLabel, double strength, Anchor code, ImageTiles tiles) {}
