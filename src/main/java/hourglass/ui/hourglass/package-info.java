/**
 * The drawing of a network as an hourglass: its shape, its places on the canvas, and its painter. May import:
 * core.color, core.spec, ui.kit, javafx. Start with {@link hourglass.ui.hourglass.HourglassDiagram}.
 */
package hourglass.ui.hourglass;
