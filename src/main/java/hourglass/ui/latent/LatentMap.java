package hourglass.ui.latent;

import hourglass.core.latent.CodeMap;
import hourglass.session.look.Look;

/** Codes of test images in a plane, with the network and the data they are of. */
record LatentMap(Look look, CodeMap codes) {}
