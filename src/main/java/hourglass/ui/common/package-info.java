/**
 * What every view is made of: the theme and its colours, the frame clock, and the widgets that draw images, curves, bars
 * and the hourglass. Imports JavaFX, {@code hourglass.core} and,
 * to write pictures, {@code hourglass.imaging}; never a view or a service. Start with
 * {@link hourglass.ui.common.Appearance}, then {@link hourglass.ui.common.CanvasPane}.
 */
package hourglass.ui.common;
