package hourglass.ui.denoise;

import hourglass.session.measure.DenoisingCurve;
import java.util.Optional;

/**
 * The curves to draw, as far as they are measured.
 *
 * @param network of the network looked at, with doing nothing and the median filter
 * @param rival of the one held against it
 */
record Curves(Optional<DenoisingCurve> network, Optional<DenoisingCurve> rival) {
    static final Curves NONE = new Curves(Optional.empty(), Optional.empty());
}
