/**
 * Curves on a canvas that lives, with the values under the pointer; what is drawn and how stands in figures. May import:
 * figures, javafx, ui.kit. Start with {@link hourglass.ui.chart.CurveChart}.
 */
package hourglass.ui.chart;
