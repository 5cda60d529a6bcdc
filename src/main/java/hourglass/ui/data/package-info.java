/**
 * The Data view: the images themselves, by class, page by page and pixel by pixel, with the mean of each class and
 * where all of it came from. May import: core.color, core.data, figures, javafx, session.data, session.data.download,
 * session.file, session.history, ui.kit, ui.pictures. Start reading at {@link hourglass.ui.data.DataModel}, then {@link hourglass.ui.data.DataView}.
 */
@NullMarked
package hourglass.ui.data;

import org.jspecify.annotations.NullMarked;
