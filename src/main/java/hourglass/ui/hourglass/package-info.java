/**
 * The drawing of a network as an hourglass: its shape, its places on the canvas, and its painter. Imports JavaFX, {@code hourglass.core}
 * and {@code hourglass.ui.kit}; never a view or a service. Start with {@link hourglass.ui.hourglass.HourglassDiagram}.
 */
package hourglass.ui.hourglass;
