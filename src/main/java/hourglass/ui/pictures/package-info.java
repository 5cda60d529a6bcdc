/**
 * Images as tiles: atlases, grids and the captions beside them, at whole multiples of their size; and an image of one's
 * own, drawn, pasted or opened over any view ({@link hourglass.ui.pictures.OwnImagePane}). May import:
 * core, core.color, core.data, figures, session.look, javafx, ui.kit. Start with {@link hourglass.ui.pictures.ImageGridView}.
 */
package hourglass.ui.pictures;
