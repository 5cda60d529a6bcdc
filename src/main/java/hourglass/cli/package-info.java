/**
 * The commands without a window (picocli), the only room that writes to the standard streams. It may import everything
 * below the window. Start reading at {@link hourglass.cli.HourglassCommand}.
 */
package hourglass.cli;
