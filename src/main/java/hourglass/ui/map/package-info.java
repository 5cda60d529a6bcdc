/**
 * The view in which the codes of many images are laid out on a map by t-SNE that moves while it is computed, beside
 * their principal components, with what may and may not be read off it. May import: core.*, engine.model, session.ask,
 * session.file, session.history, session.look, session.map, figures, ui.kit, ui.pictures, ui.scatter, javafx, org.kordamp.ikonli.
 * Start reading at {@link hourglass.ui.map.MapModel} and {@link hourglass.ui.map.MapView}.
 */
@NullMarked
package hourglass.ui.map;

import org.jspecify.annotations.NullMarked;
