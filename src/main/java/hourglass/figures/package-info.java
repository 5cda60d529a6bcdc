/**
 * The only room outside the window that touches java.awt: draws figures, encodes them as PNG or GIF, and decodes image
 * folders. May import: core.*, java.awt, javax.imageio, org.w3c.dom. For folders start reading at {@link
 * hourglass.figures.ImageFolderReader}.
 */
@NullMarked
package hourglass.figures;

import org.jspecify.annotations.NullMarked;
