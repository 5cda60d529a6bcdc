/**
 * Images as tiles: atlases, grids and the captions beside them, at whole multiples of their size. May import:
 * core.color, core.data, javafx, ui.kit. Start with {@link hourglass.ui.pictures.ImageGridView}.
 */
package hourglass.ui.pictures;
