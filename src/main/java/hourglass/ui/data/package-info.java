/**
 * The Data view: the images themselves, by class, page by page and pixel by pixel, with the mean of each class and where
 * all of it came from. It may import {@code ui.common}, {@code session.data} and {@code core}. Start reading at {@link
 * hourglass.ui.data.DataModel}, then {@link hourglass.ui.data.DataView}.
 */
@NullMarked
package hourglass.ui.data;

import org.jspecify.annotations.NullMarked;
