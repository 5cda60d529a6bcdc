/**
 * The view in which a network is shaped and watched while it learns: the hourglass and its settings, the curves, and a
 * strip of test images. It may import {@code ui.common}, {@code session} and the values of the floors below. Start reading
 * at {@link hourglass.ui.train.TrainModel} and {@link hourglass.ui.train.TrainView}.
 */
@NullMarked
package hourglass.ui.train;

import org.jspecify.annotations.NullMarked;
