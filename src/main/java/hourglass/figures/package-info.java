/**
 * The only maker of saved pictures and tables, for the window and the command line alike, and the reader of image
 * folders: the one room below {@code ui} that touches java.awt, and it works headless. A figure is made from plain data
 * and drawn in the colours and faces of the window. May import: core.*, engine.model, engine.store, engine.train, session.lesson, session.map, session.measure,
 * session.run, session.runs, com.lowagie, java.awt, javax.imageio, org.w3c.dom. Start reading at {@link hourglass.figures.Saved}; every table stands in {@link
 * hourglass.figures.Tables}. For folders start at {@link hourglass.figures.ImageFolderReader}.
 */
@NullMarked
package hourglass.figures;

import org.jspecify.annotations.NullMarked;
