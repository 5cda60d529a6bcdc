/**
 * The view in which the codes of many images are laid out on a map by t-SNE that moves while it is computed, beside their
 * principal components, with what may and may not be read off it. It may import {@code ui.common}, {@code session},
 * {@code imaging} and the values of the floors below. Start reading at {@link hourglass.ui.map.MapModel} and
 * {@link hourglass.ui.map.MapView}.
 */
@NullMarked
package hourglass.ui.map;

import org.jspecify.annotations.NullMarked;
