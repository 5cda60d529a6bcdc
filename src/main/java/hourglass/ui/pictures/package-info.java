/**
 * Images as tiles: atlases, grids and the captions beside them, at whole multiples of their size. Imports JavaFX, {@code hourglass.core} and
 * {@code hourglass.ui.kit}; never a view or a service. Start with {@link hourglass.ui.pictures.ImageGridView}.
 */
package hourglass.ui.pictures;
