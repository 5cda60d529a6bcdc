/**
 * A scatter of classed points that can be zoomed, panned, hovered, isolated and selected, painted in software because
 * thousands of ovals are too slow for a canvas. May import: core, core.color, ui.kit, ui.pictures, javafx. Start with
 * {@link hourglass.ui.scatter.ScatterPane}, then {@link hourglass.ui.scatter.Viewport}.
 */
@NullMarked
package hourglass.ui.scatter;

import org.jspecify.annotations.NullMarked;
