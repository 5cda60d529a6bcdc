/**
 * What every view is made of: the theme and its colours, the frame clock, and the widgets that draw images, curves, bars
 * and the hourglass. Imports JavaFX, {@code hourglass.core} and,
 * to write pictures, {@code hourglass.figures}; never a view or a service. Start with
 * {@link hourglass.ui.kit.Appearance}, then {@link hourglass.ui.kit.CanvasPane}.
 */
package hourglass.ui.kit;
