/**
 * The Runs view: every run in a row with what tells it from the others, a few of them held against each other, and sweeps
 * over a setting. May import: core.*, engine.model, engine.store, figures, session.ask, session.data, session.file, session.look, session.project, session.run,
 * session.runs, session.sweep, ui.chart, ui.kit, ui.pictures, javafx, org.kordamp.ikonli. Start reading at {@link
 * hourglass.ui.runs.RunsModel} and {@link hourglass.ui.runs.RunsView}.
 */
@NullMarked
package hourglass.ui.runs;

import org.jspecify.annotations.NullMarked;
