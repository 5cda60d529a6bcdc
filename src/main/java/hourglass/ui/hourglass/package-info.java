/**
 * The drawing of a network as an hourglass: its places on the canvas, its painter and what a hand does to it; the shape
 * itself is core's. May import: core.color, core.spec.edit, ui.kit, javafx. Start with
 * {@link hourglass.ui.hourglass.HourglassDiagram}.
 */
package hourglass.ui.hourglass;
