/**
 * A scatter of classed points that can be zoomed, panned, hovered, isolated and selected, painted in software because
 * thousands of ovals are too slow for a canvas. Imports JavaFX and {@code hourglass.ui.kit}; never a view or a
 * service. Start with {@link hourglass.ui.scatter.ScatterPane}, then
 * {@link hourglass.ui.scatter.Viewport}.
 */
@NullMarked
package hourglass.ui.scatter;

import org.jspecify.annotations.NullMarked;
