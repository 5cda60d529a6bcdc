/**
 * Curves over a horizontal axis: content, scale, the one painter, and the value under the pointer. Imports JavaFX, {@code hourglass.core} and the
 * other shared rooms of {@code ui} but {@code scatter}; never a view or a service. Start with {@link hourglass.ui.chart.CurveChart}.
 */
package hourglass.ui.chart;
