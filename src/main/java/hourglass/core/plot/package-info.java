/**
 * Geometry of pictures without pixels: ranges, ticks, thinned and smoothed curves, grids of images at whole scales.
 * The window and the exported figures draw from the same answers, so they agree. Pure and free of any toolkit. May
 * import: nothing. Start reading at {@link hourglass.core.plot.Range} and {@link hourglass.core.plot.NiceTicks}.
 */
@NullMarked
package hourglass.core.plot;

import org.jspecify.annotations.NullMarked;
