/**
 * The Inside view: one image on its way through every layer, the code changed by hand, a picture for each number of the
 * code, and one batch in slow motion. May import: core.*, engine.model, engine.train, session.ask, session.file, session.history, session.look,
 * session.measure, session.run, figures, ui.kit, ui.pictures, javafx, org.kordamp.ikonli. Start with {@link
 * hourglass.ui.inside.InsideModel}; what is shown of a layer is decided in {@link hourglass.session.measure.WalkStage}.
 */
@NullMarked
package hourglass.ui.inside;

import org.jspecify.annotations.NullMarked;
