/**
 * Curves over a horizontal axis: content, scale, the one painter, and the value under the pointer. May import:
 * core.color, core.plot, ui.kit, javafx. Start with {@link hourglass.ui.chart.CurveChart}.
 */
package hourglass.ui.chart;
