package hourglass.ui.latent;

import hourglass.session.look.Look;
import hourglass.core.latent.CodeMap;

/** Codes of test images in a plane, with the network and the data they are of. */
record LatentMap(Look look, CodeMap codes) {}
