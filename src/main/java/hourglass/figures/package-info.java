/**
 * The only room outside the window that touches java.awt: draws figures, encodes them as PNG or GIF, and decodes image folders. May import
 * core and the platform's image classes, and works headless. For folders start reading at
 * {@link hourglass.figures.ImageFolderReader}.
 */
@NullMarked
package hourglass.figures;

import org.jspecify.annotations.NullMarked;
