/**
 * The Oddities view: how odd a network finds test images, a threshold to drag, what it flags, the curves over all
 * thresholds, the suspects, and where low error is not normality. May import: core.*, engine.model, figures, session.ask,
 * session.data, session.file, session.look, session.measure, session.run, ui.chart, ui.kit, ui.pictures, javafx, org.kordamp.ikonli.
 * Start reading at {@link hourglass.ui.oddities.OdditiesModel}; the scores are measured in {@link
 * hourglass.session.measure.OddityMeasuring}.
 */
@NullMarked
package hourglass.ui.oddities;

import org.jspecify.annotations.NullMarked;
