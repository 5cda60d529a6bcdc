/**
 * The drawing room of Sketchwear: outlines, an exact-coverage raster and ten garments cut from them. {@link
 * hourglass.core.data.sketch.GarmentArtist} is the one door; start reading there, then {@link
 * hourglass.core.data.sketch.Sketch} for how a layer becomes pixels. May import: nothing.
 */
@NullMarked
package hourglass.core.data.sketch;

import org.jspecify.annotations.NullMarked;
