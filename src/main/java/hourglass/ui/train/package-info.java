/**
 * The view in which a network is shaped and watched while it learns: the hourglass and its settings, the curves, and a
 * strip of test images. May import: core.*, engine.model, figures, session.ask, session.data, session.history, session.look, session.measure,
 * session.run, ui.chart, ui.hourglass, ui.kit, ui.pictures, javafx, org.kordamp.ikonli. Start reading at {@link
 * hourglass.ui.train.TrainModel} and {@link hourglass.ui.train.TrainView}.
 */
@NullMarked
package hourglass.ui.train;

import org.jspecify.annotations.NullMarked;
